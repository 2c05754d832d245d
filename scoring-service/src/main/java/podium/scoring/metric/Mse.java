package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import podium.scoring.metric.kernel.SumKernel;

/** Mean squared error: {@code sum (p - y)^2 / n} ({@code sklearn.metrics.mean_squared_error}). */
public record Mse() implements Metric {
    @Override
    public String name() {
        return "mse";
    }

    @Override
    public String definition() {
        return "Mean squared error: the mean of (prediction - truth)^2.";
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
        return SumKernel.meanOfPairs(truth, Mse::squares, DoubleUnaryOperator.identity());
    }

    static void squares(double[] y, double[] p, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            double error = p[i] - y[i];
            out[i - from] = error * error;
        }
    }
}
