package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import podium.scoring.metric.kernel.SumKernel;

/** Root mean squared error: {@code sqrt(sum (p - y)^2 / n)} ({@code sklearn.metrics.root_mean_squared_error}). */
public record Rmse() implements Metric {
    @Override
    public String name() {
        return "rmse";
    }

    @Override
    public String definition() {
        return "Root mean squared error: the square root of the mean of (prediction - truth)^2.";
    }

    @Override
    public String edgeCases() {
        return "Several targets: the mean over the targets of each one's root.";
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
        return SumKernel.meanOfPairs(truth, Mse::squares, Math::sqrt);
    }
}
