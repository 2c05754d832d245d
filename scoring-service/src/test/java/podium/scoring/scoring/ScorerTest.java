package podium.scoring.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podium.kit.content.ContentCoding;
import podium.scoring.contest.Task;
import podium.scoring.holdout.Labels;
import podium.scoring.holdout.Solution;
import podium.scoring.metric.Direction;
import podium.scoring.prediction.ProblemKind;
import podium.scoring.release.Outcome;
import podium.scoring.statistics.BlockScore;

/** The kernel as a whole, without a service around it. Rows 1 and 2 are public, 3 and 4 private. */
class ScorerTest {
    private static final byte PUBLIC = Solution.cell(Solution.PUBLIC, 0);
    private static final byte PRIVATE = Solution.cell(Solution.PRIVATE, 0);
    private static final Labels BINARY = new Labels.Numbers(new double[] {0, 1, 1, 0});
    private static final Labels NAMES = new Labels.Categories(new int[] {0, 1, 1, 2}, List.of("bird", "cat", "dog"));

    @Test
    void scoresBothParts() {
        // public: 0.9 for the positive over 0.2: all pairs right; private: 0.1 for the positive under 0.6: none
        Outcome outcome = score(task(Task.Kind.BINARY, "roc-auc", null, null), BINARY, "1,0.2\n2,0.9\n3,0.1\n4,0.6\n");

        assertThat(outcome).isEqualTo(scored("roc-auc", Direction.MAXIMIZE, 1, 0));
    }

    @Test
    void scoresNames() {
        Outcome outcome =
                score(task(Task.Kind.CATEGORY, "accuracy", null, null), NAMES, "1,bird\n2,dog\n3,cat\n4,dog\n");

        assertThat(outcome).isEqualTo(scored("accuracy", Direction.MAXIMIZE, 0.5, 1));
    }

    @Test
    void keepsTheMetricsOwnRangeWhereTheContestHasNone() {
        assertThat(score(task(Task.Kind.BINARY, "log-loss", null, null), BINARY, "1,0\n2,1.5\n3,0\n4,-1\n"))
                .isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> assertThat(
                                rejected.reading().counts())
                        .containsEntry(ProblemKind.OUT_OF_RANGE, 2L)
                        .hasSize(1));
    }

    @Test
    void keepsTheContestsRangeOrClampsToIt() {
        Task.Range range = new Task.Range(0, 1);
        String file = "1,0\n2,3\n3,1\n4,-5\n";

        assertThat(score(task(Task.Kind.BINARY, "rmse", range, Task.OutOfRange.REJECT), BINARY, file))
                .isInstanceOf(Outcome.Rejected.class);
        assertThat(score(task(Task.Kind.BINARY, "rmse", range, Task.OutOfRange.CLAMP), BINARY, file))
                .isEqualTo(scored("rmse", Direction.MINIMIZE, 0, 0));
    }

    @Test
    void aContestThatCannotBeScoredIsNotTheEntrantsFault() {
        String file = "1,0\n2,0\n3,0\n4,0\n";
        Labels onePrivateClass = new Labels.Numbers(new double[] {0, 1, 1, 1});

        assertThat(score(task(Task.Kind.BINARY, "roc-auc", null, null), onePrivateClass, file))
                .isEqualTo(new Outcome.Failed(
                        "The contest's metric roc-auc has no value on the private part:" + " no row is negative"));
        assertThat(score(task(Task.Kind.BINARY, "luck", null, null), BINARY, file))
                .isEqualTo(new Outcome.Failed("The contest's metric is unknown: luck"));
        assertThat(score(task(Task.Kind.NUMBER, "crps", null, null), BINARY, file))
                .isEqualTo(new Outcome.Failed(
                        "The contest's metric crps needs a cumulative distribution on a grid for each row"));
        assertThat(score(task(Task.Kind.NUMBER, "accuracy", null, null), BINARY, file))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(score(task(Task.Kind.CATEGORY, "accuracy", null, null), BINARY, file))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(score(task(Task.Kind.BINARY, "log-loss", new Task.Range(2, 3), null), BINARY, file))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void theOrderOfAFileChangesNoBitOfItsScore() {
        Task task = task(Task.Kind.NUMBER, "rmse", null, null);
        Labels labels = new Labels.Numbers(new double[] {0.1, 0.2, 0.3, 1e9});

        assertThat(score(task, labels, "4,0.7\n2,1e8\n3,0.1\n1,0.3\n"))
                .isEqualTo(score(task, labels, "1,0.3\n2,100000000\n3,.1\n4,0.7\n"));
    }

    private static Task task(
            Task.Kind kind, String metric, Task.@Nullable Range range, Task.@Nullable OutOfRange outOfRange) {
        return new Task("y", kind, null, metric, 4, range, outOfRange);
    }

    /** Two rows are one block, and without it nothing is left to score. */
    private static Outcome scored(String metric, Direction direction, double publicScore, double privateScore) {
        double[] nothingLeft = {Double.NaN};
        return new Outcome.Scored(
                metric,
                1,
                direction,
                4,
                2,
                new BlockScore(publicScore, nothingLeft),
                new BlockScore(privateScore, nothingLeft));
    }

    private static Outcome score(Task task, Labels labels, String rows) {
        byte[] cells = {PUBLIC, PUBLIC, PRIVATE, PRIVATE};
        Solution solution = new Solution(new UUID(0, 1), new UUID(0, 2), new int[] {1, 2, 3, 4}, labels, cells);
        byte[] file = ("id,y\n" + rows).getBytes(UTF_8);
        return new Scorer(task, 1_000_000, solution).score(new ByteArrayInputStream(file), ContentCoding.IDENTITY);
    }
}
