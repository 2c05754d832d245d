package podium.scoring.metric;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.scoring.metric.kernel.ZeroTargets;

/**
 * Symmetric mean absolute percentage error as a fraction, 0 to 2: {@code sum 2 |p - y| / (|p| + |y|) / n} (Makridakis,
 * <i>Accuracy measures: theoretical and practical concerns</i>, 1993, in the form of the M3 and M4 competitions).
 *
 * @param zeroTargets what a row whose truth is 0 counts
 */
public record Smape(Zeros zeroTargets) implements Metric {

    /** What a row whose truth is 0 counts. */
    public enum Zeros {
        /** What the formula says, 2, and 0 where the prediction is 0 as well. */
        COUNT,
        /** Nothing: the row is left out. */
        SKIP,
        /** It may not be: a contest error. */
        REFUSE
    }

    static final List<Setting> SETTINGS = List.of(Words.setting(
            "zeroTargets",
            "what a row with truth 0 counts: count makes it 2, or 0 where the prediction is 0 too, skip leaves it out, refuse"
                    + " makes it a contest error",
            Zeros.COUNT));

    @Override
    public String name() {
        return "smape";
    }

    @Override
    public String definition() {
        return "Symmetric mean absolute percentage error, as a fraction from 0 to 2: the mean of 2 |prediction - truth| /"
                + " (|prediction| + |truth|).";
    }

    @Override
    public String edgeCases() {
        return "0 / 0 is 0. Rows with truth 0 count what the setting zeroTargets says; a part with no other rows is a contest"
                + " error where they are left out.";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.NUMBER);
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("zeroTargets", Words.of(zeroTargets));
    }

    @Override
    public Kernel kernel(Truth truth) {
        return ZeroTargets.kernel(truth, this::fractions, zeroTargets == Zeros.REFUSE, zeroTargets == Zeros.SKIP);
    }

    private void fractions(double[] y, double[] p, int from, int to, double[] out) {
        boolean skips = zeroTargets == Zeros.SKIP;
        for (int i = from; i < to; i++) {
            double both = Math.abs(p[i]) + Math.abs(y[i]);
            out[i - from] = both == 0 || (skips && y[i] == 0) ? 0 : 2 * Math.abs(p[i] - y[i]) / both;
        }
    }
}
