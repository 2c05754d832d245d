package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import podium.scoring.metric.kernel.SumKernel;

/** Mean absolute error: {@code sum |p - y| / n} ({@code sklearn.metrics.mean_absolute_error}). */
public record Mae() implements Metric {
    @Override
    public String name() {
        return "mae";
    }

    @Override
    public String definition() {
        return "Mean absolute error: the mean of |prediction - truth|.";
    }

    @Override
    public String edgeCases() {
        return "Several targets: the mean over the targets.";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.NUMBER, TaskKind.BINARY, TaskKind.TARGETS);
    }

    @Override
    public Kernel kernel(Truth truth) {
        return SumKernel.meanOfPairs(truth, Mae::distances, DoubleUnaryOperator.identity());
    }

    private static void distances(double[] y, double[] p, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i - from] = Math.abs(p[i] - y[i]);
        }
    }
}
