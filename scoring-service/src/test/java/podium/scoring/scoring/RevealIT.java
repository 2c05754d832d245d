package podium.scoring.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static podium.scoring.scoring.ScoringScene.BOUND;
import static podium.scoring.scoring.ScoringScene.file;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.event.EventJson;
import podium.kit.id.Ids;
import podium.kit.outbox.Republisher;
import podium.kit.test.EventContracts;
import podium.kit.test.KafkaEvents;
import podium.kit.test.ReceivedEvent;

/** The close of a contest: private scores, once, when nothing is missing. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
@TestProfile(GivenSolutions.Profile.class)
class RevealIT {
    private final UUID ants = Ids.next();
    private final UUID bees = Ids.next();
    private final UUID cats = Ids.next();

    @Inject
    ScoringScene scene;

    @Inject
    @All
    List<Republisher> republishers;

    private KafkaEvents scores;

    @BeforeEach
    void listen() {
        scores = KafkaEvents.consume("scores");
    }

    @AfterEach
    void close() {
        scores.close();
    }

    @Test
    void revealsTheSelectedOnesOnceNothingIsMissing() {
        scene.isOpen();
        UUID ants1 = scene.submits(ants, 1, file(0.5, 41));
        UUID ants2 = scene.submits(ants, 2, file(0.25, 42));
        UUID bees1 = scene.submits(bees, 1, file(0.75, 43));
        UUID bees2 = scene.submits(bees, 2, file(0.125, 44.123456));
        UUID bees3 = scene.submits(bees, 3, file(0.125, 45));
        UUID cats1 = scene.submits(cats, 1, "no predictions");
        scene.hasOutcomes(6);
        UUID settled = scene.settled(
                7, "{\"teamId\": \"%s\", \"submissionIds\": [\"%s\", \"%s\"]}".formatted(ants, ants1, bees1));
        scene.isHandled(settled);
        scene.isHandled(scene.settled(7, "{\"teamId\": \"%s\", \"submissionIds\": [\"%s\"]}".formatted(ants, ants2)));
        // Nothing of the private part is told while one is missing. With the quote: a time may have such seconds.
        assertThat(scene.heard(scores)).allSatisfy(event -> assertThat(event.json())
                .doesNotContain("rivate", "\":41.", "\":42.", "\":43.", "\":44.", "\":45."));
        assertThat(scene.heard(scores)).noneMatch(event -> event.type().startsWith("Private"));

        UUID cats2 = scene.submits(cats, 2, file(9, 46));

        ReceivedEvent complete = complete();
        assertThat(complete.json()).contains("\"count\":3");
        Map<String, String> revealed = revealed(3);
        assertThat(revealed).containsOnlyKeys(ants1.toString(), bees2.toString(), cats2.toString());
        assertThat(revealed.get(ants1.toString()))
                .contains("\"privateScore\":41.0000", "\"selection\":\"explicit\"", ants.toString());
        // Of two equal released scores the one that was accepted first.
        assertThat(revealed.get(bees2.toString())).contains("\"privateScore\":44.1235", "\"selection\":\"best\"");
        assertThat(revealed.get(cats2.toString())).contains("\"privateScore\":46.0000", "\"selection\":\"best\"");
        assertThat(List.of(ants2, bees3, cats1)).noneMatch(other -> revealed.containsKey(other.toString()));
    }

    @Test
    void aContestWithoutSubmissionsIsCompleteAtOnce() {
        scene.settled(0, "");

        assertThat(complete().json()).contains("\"count\":0");
    }

    @Test
    void revealsOnceWhenOutcomesAndSettlementRace() {
        scene.isOpen();
        int teams = 12;
        for (int ordinal = 1; ordinal <= 3; ordinal++) {
            for (int team = 0; team < teams; team++) {
                scene.submits(new UUID(scene.contest.getMostSignificantBits(), team), ordinal, file(ordinal, 50));
                if (ordinal == 2 && team == 6) {
                    scene.settled(3 * teams, "");
                    scene.settled(3 * teams, "");
                }
            }
        }

        assertThat(complete().json()).contains("\"count\":" + teams);
        scene.isHandled(scene.settled(3 * teams, ""));
        hears(3 * teams + teams + 1);
        assertThat(scene.heard(scores).stream()
                        .collect(Collectors.groupingBy(ReceivedEvent::type, Collectors.counting())))
                .isEqualTo(Map.of(
                        "SubmissionScored",
                        3L * teams,
                        "PrivateScoreRevealed",
                        (long) teams,
                        "PrivateScoresComplete",
                        1L));
    }

    @Test
    void tellsEverythingAgainWithTheSameIdsAndWords() {
        scene.isOpen();
        scene.submits(ants, 1, file(0.5, 41));
        scene.submits(ants, 2, "no predictions");
        scene.abandoned(Ids.next(), ants, 3);
        scene.settled(3, "");
        complete();
        Map<UUID, String> told = new HashMap<>();
        hears(5);
        scene.heard(scores).forEach(event -> told.put(event.id(), event.time() + " " + event.json()));

        Map<UUID, String> again = new HashMap<>();
        List<UUID> ids = new ArrayList<>();
        republishers.forEach(republisher -> republisher.republish((topic, key, id, time, payload) -> {
            if (key.equals(scene.contest.toString()) && topic.equals("scores")) {
                ids.add(id);
                again.put(id, time + " " + EventJson.write(payload));
            }
        }));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(again).isEqualTo(told);
    }

    private ReceivedEvent complete() {
        ReceivedEvent event = scores.await(
                e -> e.type().equals("PrivateScoresComplete") && e.key().equals(scene.contest.toString()), BOUND);
        EventContracts.assertValid("PrivateScoresComplete", event.json());
        return event;
    }

    /** Waits until so many events of the contest are there; facts travel in no promised order. */
    private void hears(int count) {
        await().atMost(BOUND).until(() -> scene.heard(scores).size() >= count);
    }

    /** The reveals by submission, once there are so many. */
    private Map<String, String> revealed(int count) {
        await().atMost(BOUND)
                .until(() -> scene.heard(scores).stream()
                                .filter(event -> event.type().equals("PrivateScoreRevealed"))
                                .count()
                        >= count);
        Map<String, String> revealed = new HashMap<>();
        for (ReceivedEvent event : scene.heard(scores)) {
            if (event.type().equals("PrivateScoreRevealed")) {
                EventContracts.assertValid("PrivateScoreRevealed", event.json());
                String submission = event.json().replaceFirst(".*\"submissionId\":\"([^\"]+)\".*", "$1");
                assertThat(revealed.put(submission, event.json())).isNull();
            }
        }
        return revealed;
    }
}
