package podium.scoring.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import podium.scoring.metric.Direction;
import podium.scoring.statistics.BlockScore;

class ReplayOrderTest {
    private static final UUID TEAM = new UUID(0, 1);

    @Test
    void thoseThatHadFailedAndHaveAScoreNowComeLast() {
        List<OutcomeEntity> before = List.of(outcome(1, 1, failed()), outcome(2, 1, scored()), outcome(3, 1, failed()));
        Map<UUID, OutcomeEntity> after =
                Map.of(id(1), outcome(1, 2, scored()), id(2), outcome(2, 2, scored()), id(3), outcome(3, 2, failed()));

        List<OutcomeEntity> order = ReplayOrder.of(before, after, missing -> {
            throw new AssertionError(missing.id);
        });

        assertThat(order).extracting(outcome -> outcome.ordinal).containsExactly(2, 3, 1);
        assertThat(order)
                .allSatisfy(outcome -> assertThat(outcome.id.scoringVersion()).isEqualTo(2));
    }

    @Test
    void oneWithoutAFileKeepsItsPlace() {
        List<OutcomeEntity> before = List.of(outcome(1, 1, failed()), outcome(2, 1, scored()));

        List<OutcomeEntity> order = ReplayOrder.of(
                before,
                Map.of(id(2), outcome(2, 2, scored())),
                missing -> OutcomeEntity.carried(missing, 2, Instant.parse("2026-11-20T12:00:00Z")));

        assertThat(order).extracting(outcome -> outcome.state).containsExactly("failed", "scored");
        assertThat(order.getFirst().reason).isEqualTo("no file");
    }

    private static UUID id(int ordinal) {
        return new UUID(7, ordinal);
    }

    private static OutcomeEntity outcome(int ordinal, int version, Outcome outcome) {
        Instant time = Instant.parse("2026-11-05T10:00:00Z");
        Submission submission = new Submission(id(ordinal), new UUID(0, 9), TEAM, ordinal, time);
        return OutcomeEntity.of(submission, version, outcome, time);
    }

    private static Outcome failed() {
        return new Outcome.Failed("no file");
    }

    private static Outcome scored() {
        BlockScore score = new BlockScore(1, new double[] {1});
        return new Outcome.Scored("rmse", 1, Direction.MINIMIZE, 4, 8, score, score);
    }
}
