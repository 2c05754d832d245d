package podium.scoring.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podium.scoring.anonymization.Column;
import podium.scoring.contest.Task;
import podium.scoring.privacy.Verdict.Reason;
import podium.scoring.scoring.TaskForm;

class HoldoutCheckTest {
    private static final List<String> CLASSES =
            IntStream.range(0, 1000).mapToObj(k -> "k" + k).toList();

    @Test
    void predictionsThatDoNotFitIntoMemoryAreRefused() {
        assertThat(reasons("log-loss", 33_554)).isEmpty();
        assertThat(reasons("log-loss", 33_555))
                .containsExactly(new Reason(
                        "holdout-degenerate",
                        "33555 hidden rows with 1000 predictions each are more than the 33554432 predictions that a file can"
                                + " have here; hide fewer rows."));
        assertThat(reasons("accuracy", 33_555)).isEmpty();
    }

    @Test
    void aPartOfOneClassIsRefused() {
        Column label = Column.of("y", List.of("k1", "k2", "k1", "k1", "k1", "k2"));

        assertThat(check("accuracy", label, new int[] {0, 1}, new int[] {2, 3, 4, 5}, 2))
                .containsExactly(new Reason(
                        "holdout-degenerate",
                        "All rows of the public part have one label; no score could be told from them."));
    }

    @Test
    void aPartWithoutRowsIsRefused() {
        Column label = Column.of("y", List.of("k1", "k2", "k1", "k2"));

        assertThat(check("accuracy", label, new int[] {0, 1}, new int[] {2, 3}, 2))
                .containsExactly(new Reason("holdout-degenerate", "No rows are left for the private part."));
    }

    /** Two training rows and as many hidden ones as said, of alternating classes. */
    private static List<Reason> reasons(String metric, int hidden) {
        Column label = Column.of(
                "y",
                IntStream.range(0, hidden + 2)
                        .mapToObj(row -> CLASSES.get(row % 2))
                        .toList());
        return check(
                metric, label, new int[] {0, 1}, IntStream.range(2, hidden + 2).toArray(), hidden / 2);
    }

    private static List<Reason> check(String metric, Column label, int[] train, int[] test, int publicRows) {
        BitSet publicTest = new BitSet();
        publicTest.set(0, publicRows);
        Task task = new Task("y", Task.Kind.CATEGORY, null, metric, 4, null, null);
        TaskForm.Usable form = (TaskForm.Usable) TaskForm.of(task, CLASSES);
        TableRelease.Rows rows = new TableRelease.Rows(
                train, test, new int[label.rows()], publicTest, new byte[test.length], test.length);
        return new HoldoutCheck(form, label, rows).reasons();
    }
}
