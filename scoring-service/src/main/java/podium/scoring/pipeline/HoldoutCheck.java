package podium.scoring.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import podium.scoring.anonymization.Column;
import podium.scoring.contest.Task;
import podium.scoring.privacy.Verdict.Reason;
import podium.scoring.scoring.TaskForm;

/**
 * Finds out whether a contest could be held with these rows: something to learn from, to show, and to decide by. Whether the
 * metric has a value on them is the {@link Rehearsal}'s question.
 */
final class HoldoutCheck {
    /** Eight bytes each while a file is scored. */
    private static final long MOST_PREDICTIONS = 1L << 25;

    private final TaskForm.Usable form;
    private final Column label;
    private final TableRelease.Rows rows;

    HoldoutCheck(TaskForm.Usable form, Column label, TableRelease.Rows rows) {
        this.form = form;
        this.label = label;
        this.rows = rows;
    }

    /** Why not, empty if so. */
    List<Reason> reasons() {
        int[] test = rows.test();
        List<Reason> reasons = new ArrayList<>();
        int columns = form.columns().size();
        if (columns > 1 && (long) test.length * columns > MOST_PREDICTIONS) {
            reasons.add(new Reason(
                    "holdout-degenerate",
                    test.length + " hidden rows with " + columns + " predictions each are more than the "
                            + MOST_PREDICTIONS + " predictions that a file can have here; hide fewer rows."));
        }
        part("training", rows.train(), reasons);
        part("public", rows.publicTest().stream().map(i -> test[i]).toArray(), reasons);
        part(
                "private",
                IntStream.range(0, test.length)
                        .filter(i -> !rows.publicTest().get(i))
                        .map(i -> test[i])
                        .toArray(),
                reasons);
        return reasons;
    }

    private void part(String name, int[] part, List<Reason> reasons) {
        if (part.length == 0) {
            reasons.add(new Reason("holdout-degenerate", "No rows are left for the " + name + " part."));
        } else if (form.task().kind() != Task.Kind.NUMBER
                && IntStream.of(part).map(label::code).distinct().count() < 2) {
            reasons.add(new Reason(
                    "holdout-degenerate",
                    "All rows of the " + name + " part have one label; no score could be told from them."));
        }
    }
}
