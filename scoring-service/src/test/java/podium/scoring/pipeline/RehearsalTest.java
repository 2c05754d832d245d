package podium.scoring.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import podium.scoring.contest.Task;
import podium.scoring.holdout.Labels;
import podium.scoring.holdout.Solution;
import podium.scoring.privacy.Verdict.Reason;
import podium.scoring.sql.SqlRunner;

/** Rows 1 and 2 are public, 3 and 4 private. */
class RehearsalTest {
    private static final String ZEROS = "id,y\n1,0\n2,0\n3,0\n4,0\n";

    @Test
    void aSampleWithAScoreHasNoFlaw() {
        assertThat(flaws("r2", Task.Kind.NUMBER, new Labels.Numbers(new double[] {1, 2, 3, 4}), ZEROS))
                .isEmpty();
    }

    @Test
    void aMetricWithoutAValueOnOnePartIsAFlaw() {
        assertThat(flaws("r2", Task.Kind.NUMBER, new Labels.Numbers(new double[] {1, 2, 3, 3}), ZEROS))
                .containsExactly(new Reason(
                        "metric-undefined",
                        "The contest's metric r2 has no value on the private part: all rows have the same truth, so"
                                + " there is nothing to explain."));
        assertThat(flaws("mape", Task.Kind.NUMBER, new Labels.Numbers(new double[] {1, 0, 3, 3}), ZEROS))
                .extracting(Reason::code)
                .containsExactly("metric-undefined");
    }

    @Test
    void aClassThatIsNotThereIsAFlaw() {
        Labels labels = new Labels.Categories(new int[] {0, 1, 1, 0}, List.of("a", "b"));
        Task task = new Task(
                "y", Task.Kind.CATEGORY, null, List.of(), "f1", Map.of("positiveClass", 2), 4, null, null, null);

        assertThat(flaws(task, 1000, labels, "id,y\n1,a\n2,a\n3,a\n4,a\n"))
                .containsExactly(new Reason(
                        "metric-undefined",
                        "The contest's metric f1 cannot be used with its labels: There is no class 2 of 2."));
    }

    @Test
    void aSampleThatIsLargerThanTheContestsFilesIsAFlaw() {
        Task task = new Task("y", Task.Kind.NUMBER, null, "rmse", 4, null, null);

        assertThat(flaws(task, 10, new Labels.Numbers(new double[4]), ZEROS))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.code()).isEqualTo("sample-unreadable");
                    assertThat(reason.message())
                            .startsWith("The sample submission itself would be refused: too-large (1)");
                });
    }

    private static List<Reason> flaws(String metric, Task.Kind kind, Labels labels, String sample) {
        return flaws(new Task("y", kind, null, metric, 4, null, null), 1000, labels, sample);
    }

    private static List<Reason> flaws(Task task, long maxBytes, Labels labels, String sample) {
        byte[] cells = {0, 0, Solution.cell(Solution.PRIVATE, 0), Solution.cell(Solution.PRIVATE, 0)};
        Solution solution = new Solution(new UUID(0, 1), new UUID(0, 2), new int[] {1, 2, 3, 4}, labels, cells);
        return new Rehearsal(task, maxBytes, new SqlRunner(1))
                .flaws(solution, new ByteArrayInputStream(sample.getBytes(UTF_8)));
    }
}
