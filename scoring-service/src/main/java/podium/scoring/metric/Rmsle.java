package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import podium.scoring.metric.kernel.Kinds;
import podium.scoring.metric.kernel.SumKernel;

/**
 * Root mean squared logarithmic error: {@code sqrt(sum (ln(1 + p) - ln(1 + y))^2 / n)} (the square root of
 * {@code sklearn.metrics.mean_squared_log_error}).
 */
public record Rmsle() implements Metric {
    private static final Bounds DOMAIN = new Bounds(Math.nextUp(-1.0), Bounds.WIDEST.max());

    @Override
    public String name() {
        return "rmsle";
    }

    @Override
    public String definition() {
        return "Root mean squared logarithmic error: the square root of the mean of (ln(1 + prediction) - ln(1 + truth))^2.";
    }

    @Override
    public String edgeCases() {
        return "Predictions of -1 or less are refused with the file; a truth of -1 or less is a contest error.";
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
    public Bounds domain() {
        return DOMAIN;
    }

    @Override
    public Kernel kernel(Truth truth) {
        double[] y = Kinds.numbers(truth.labels());
        @Nullable String[] flaws = new @Nullable String[truth.cells().parts()];
        for (int row = 0; row < y.length; row++) {
            if (y[row] <= -1) {
                flaws[truth.cells().partOf(row)] = "a truth of -1 or less has no logarithm";
            }
        }
        return SumKernel.meanOfPairs(truth, Rmsle::squares, Math::sqrt).withFlaws(flaws);
    }

    private static void squares(double[] y, double[] p, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            // StrictMath: Math.log1p may differ in the last bit from one processor to the next.
            double error = StrictMath.log1p(p[i]) - StrictMath.log1p(y[i]);
            out[i - from] = error * error;
        }
    }
}
