package podium.scoring.reveal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import podium.scoring.metric.Direction;
import podium.scoring.release.ReleasedScore;
import podium.scoring.release.Submission;

class FinalChoiceTest {
    private static final UUID CONTEST = new UUID(0, 1);
    private static final UUID ANTS = new UUID(1, 1);
    private static final UUID BEES = new UUID(1, 2);

    @Test
    void takesWhatATeamChoseHoweverMany() {
        List<ReleasedScore> scores = List.of(score(ANTS, 1, "0.9"), score(ANTS, 2, "0.1"), score(ANTS, 3, "0.5"));

        assertThat(chosen(scores, Map.of(ANTS, Set.of(id(ANTS, 2), id(ANTS, 3)))))
                .containsExactly("2 explicit", "3 explicit");
    }

    @Test
    void takesTheBestOfATeamThatChoseNone() {
        assertThat(chosen(List.of(score(ANTS, 1, "0.3"), score(ANTS, 2, "0.2"), score(ANTS, 3, "0.4")), Map.of()))
                .containsExactly("2 best");
    }

    @Test
    void takesTheLargestWhereLargerIsBetter() {
        List<ReleasedScore> scores =
                List.of(score(Direction.MAXIMIZE, ANTS, 1, "0.3", 1), score(Direction.MAXIMIZE, ANTS, 2, "0.4", 2));

        assertThat(chosen(scores, Map.of())).containsExactly("2 best");
    }

    @Test
    void takesTheEarliestAcceptedOfEqualReleasedScores() {
        List<ReleasedScore> scores = List.of(
                score(Direction.MINIMIZE, ANTS, 1, "0.20", 9),
                score(Direction.MINIMIZE, ANTS, 2, "0.2", 8),
                score(Direction.MINIMIZE, ANTS, 3, "0.2", 10));

        assertThat(chosen(scores, Map.of())).containsExactly("2 best");
    }

    @Test
    void aChoiceThatHasNoScoreIsNone() {
        Map<UUID, Set<UUID>> explicit = Map.of(ANTS, Set.of(id(ANTS, 7)), BEES, Set.of(id(ANTS, 1)));

        assertThat(chosen(List.of(score(ANTS, 1, "0.3"), score(BEES, 5, "0.3")), explicit))
                .containsExactly("1 best", "5 best");
    }

    private static List<String> chosen(List<ReleasedScore> scores, Map<UUID, Set<UUID>> explicit) {
        return FinalChoice.of(scores, explicit).stream()
                .map(choice -> choice.score().submission().ordinal() + " "
                        + choice.selection().wireName())
                .toList();
    }

    private static ReleasedScore score(UUID team, int ordinal, String released) {
        return score(Direction.MINIMIZE, team, ordinal, released, ordinal);
    }

    private static ReleasedScore score(Direction direction, UUID team, int ordinal, String released, int second) {
        Submission submission =
                new Submission(id(team, ordinal), CONTEST, team, ordinal, Instant.ofEpochSecond(second));
        return new ReleasedScore(submission, "rmse", direction, 4, new BigDecimal(released), 1);
    }

    private static UUID id(UUID team, int ordinal) {
        return new UUID(team.getLeastSignificantBits(), ordinal);
    }
}
