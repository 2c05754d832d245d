package podium.scoring.lint;

import java.util.Locale;
import java.util.Map;
import podium.scoring.learn.Ranks;

/** Whether the sample submission says something of the hidden labels. */
final class SampleLint {
    private SampleLint() {}

    static LintResult check(LintedTable table) {
        return check(table.sample(), table.labels(table.test()));
    }

    static LintResult check(double[] sample, double[][] labels) {
        double most = 0;
        for (double[] label : labels) {
            double correlation = Ranks.correlation(Ranks.of(sample), Ranks.of(label));
            most = Math.abs(correlation) > Math.abs(most) ? correlation : most;
        }
        double p = Math.min(
                1, OrderLint.twoSided(Math.abs(most) * Math.sqrt(Math.max(0, sample.length - 1))) * labels.length);
        Map<String, Double> figures = Map.of("correlation", most, "p", p);
        return p < 0.001
                ? LintResult.blocked(
                        "sample-submission",
                        String.format(
                                Locale.ROOT,
                                "The sample submission goes with the hidden labels (rank correlation %.3f, p %.1e).",
                                most,
                                p),
                        figures)
                : LintResult.passed(
                        "sample-submission", "The sample submission says nothing of the hidden labels.", figures);
    }
}
