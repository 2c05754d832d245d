package podium.scoring.metric;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.scoring.metric.kernel.ZeroTargets;

/**
 * Mean absolute percentage error as a fraction: {@code sum |p - y| / |y| / n}
 * ({@code sklearn.metrics.mean_absolute_percentage_error} with {@link Zeros#EPSILON}).
 *
 * @param zeroTargets what a row whose truth is 0 counts
 */
public record Mape(Zeros zeroTargets) implements Metric {
    /** The machine epsilon by which scikit-learn divides instead of 0. */
    private static final double EPSILON = 0x1p-52;

    /** What a row whose truth is 0 counts. */
    public enum Zeros {
        /** It may not be: a contest error. */
        REFUSE,
        /** Nothing: the row is left out. */
        SKIP,
        /** The error over 2^-52, some quadrillions, as in scikit-learn. */
        EPSILON
    }

    static final List<Setting> SETTINGS = List.of(Words.setting(
            "zeroTargets",
            "what a row with truth 0 counts: refuse makes it a contest error, skip leaves it out, epsilon divides by 2^-52"
                    + " as scikit-learn does",
            Zeros.REFUSE));

    @Override
    public String name() {
        return "mape";
    }

    @Override
    public String definition() {
        return "Mean absolute percentage error, as a fraction: the mean of |prediction - truth| / |truth|.";
    }

    @Override
    public String edgeCases() {
        return "Rows with truth 0 count what the setting zeroTargets says; a part with no other rows is a contest error"
                + " where they are left out.";
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
            double error = Math.abs(p[i] - y[i]);
            out[i - from] = skips && y[i] == 0 ? 0 : error / Math.max(Math.abs(y[i]), EPSILON);
        }
    }
}
