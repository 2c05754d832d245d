package podium.scoring.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.event.EventJson;
import podium.kit.id.Ids;
import podium.kit.outbox.Republisher;
import podium.kit.test.KafkaEvents;
import podium.kit.test.ReceivedEvent;

/** What a team is told of its scores, one after the other, and who else is told how sure they are. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
@TestProfile(GivenSolutions.Profile.class)
class LadderIT {
    private static final int ROWS = 64;
    private static final double PRIVATE_ERROR = -33.3;

    private final UUID team = Ids.next();

    @Inject
    ScoringScene scene;

    @Inject
    @All
    List<Republisher> republishers;

    private KafkaEvents scores;
    private KafkaEvents statistics;

    @BeforeEach
    void listen() {
        scores = KafkaEvents.consume("scores");
        statistics = KafkaEvents.consume("score-statistics");
    }

    @AfterEach
    void close() {
        scores.close();
        statistics.close();
    }

    @Test
    void tellsOnlyWhatIsMoreThanChanceAndInTheTeamsOrder() {
        scene.isOpen("", ROWS);
        UUID certain = scene.submits(team, 4, even(0.5));
        // A bit better than the first, by two blocks of four that are much better while the others are worse.
        UUID doubtful = scene.submits(team, 2, file(row -> row < 16 ? 0.2 : 1.35));
        UUID broken = scene.submits(team, 3, "id,y\n");
        scene.hasOutcomes(3);

        UUID first = scene.submits(team, 1, even(1));

        assertThat(releasedScore(first)).isEqualTo("1.0000");
        assertThat(releasedScore(doubtful)).isEqualTo("1.0000");
        scene.hears(scores, "SubmissionRejected", broken);
        assertThat(releasedScore(certain)).isEqualTo("0.5000");
        assertThat(scene.hears(statistics, "ScoreStatistics", certain).json())
                .contains("\"score\":0.5,", "\"withoutBlock\":[0.5,0.5,0.5,0.5]", "\"scoringVersion\":1")
                .doesNotContain("rivate", "33.3");
        scene.hears(statistics, "ScoreStatistics", first);
        assertThat(scene.heard(statistics)).hasSize(2);
        assertThat(scene.count("select count(*) from outcome where release_position = ordinal and team_id = '%s'"
                        .formatted(team)))
                .isEqualTo(4);
    }

    @Test
    void tellsWhatIsMoreThanAStepBetter() {
        scene.isOpen(", \"board\": {\"release\": \"ladder-fixed\", \"step\": 0.1}", ROWS);

        assertThat(releasedScore(scene.submits(team, 1, even(0.96)))).isEqualTo("1.0000");
        assertThat(releasedScore(scene.submits(team, 2, even(0.91)))).isEqualTo("1.0000");
        assertThat(releasedScore(scene.submits(team, 3, even(0.84)))).isEqualTo("0.8000");
        assertThat(releasedScore(scene.submits(Ids.next(), 1, even(0.99)))).isEqualTo("1.0000");
    }

    @Test
    void tellsStatisticsAgainWithTheSameIdsAndWords() {
        scene.isOpen("", ROWS);
        UUID first = scene.submits(team, 1, even(1));
        UUID second = scene.submits(team, 2, even(0.5));
        Map<UUID, String> told = new HashMap<>();
        for (UUID submission : List.of(first, second)) {
            ReceivedEvent event = scene.hears(statistics, "ScoreStatistics", submission);
            told.put(event.id(), event.time() + " " + event.json());
        }

        Map<UUID, String> again = new HashMap<>();
        republishers.forEach(republisher -> republisher.republish((topic, key, id, time, payload) -> {
            if (key.equals(scene.contest.toString()) && topic.equals("score-statistics")) {
                again.put(id, time + " " + EventJson.write(payload));
            }
        }));

        assertThat(again).isEqualTo(told);
    }

    private String releasedScore(UUID submission) {
        String json = scene.hears(scores, "SubmissionScored", submission).json();
        return json.replaceFirst(".*\"releasedScore\":([0-9.]+).*", "$1");
    }

    /** A file with the same error in all public rows. */
    private static String even(double publicError) {
        return file(row -> publicError);
    }

    private static String file(IntToDoubleFunction publicError) {
        return ScoringScene.file(ROWS, row -> row < ROWS / 2 ? publicError.applyAsDouble(row) : PRIVATE_ERROR);
    }
}
