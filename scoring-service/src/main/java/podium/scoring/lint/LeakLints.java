package podium.scoring.lint;

import java.util.ArrayList;
import java.util.List;
import podium.scoring.stage.Progress;

/** Looks for everything that gives labels away beside what is to be learnt. */
public final class LeakLints {
    private LeakLints() {}

    /**
     * All lints of a table.
     *
     * @param seed decides the folds
     */
    public static List<LintResult> of(LintedTable table, long seed, Progress progress) {
        List<LintResult> results = new ArrayList<>();
        progress.begin("leak-lints", 7);
        results.add(OrderLint.places(table));
        progress.advance(1);
        results.add(OrderLint.missingness(table));
        progress.advance(1);
        results.add(new SingleColumnLint(table, seed).check());
        progress.advance(1);
        results.add(DuplicateLint.rows(table));
        results.add(DuplicateLint.groups(table));
        progress.advance(1);
        results.add(new SplitLint(table, seed).check());
        progress.advance(1);
        results.add(TimeLint.check(table.times(), table.train(), table.test()));
        progress.advance(1);
        results.add(SampleLint.check(table));
        progress.advance(1);
        return results;
    }
}
