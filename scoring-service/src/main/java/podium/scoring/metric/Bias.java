package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import podium.scoring.metric.kernel.SumKernel;

/**
 * Bias: {@code |sum (p - y) / n|}. Without its sign, because a board needs to know which way is better: a signed mean error
 * would be won by whoever predicts the least.
 */
public record Bias() implements Metric {
    @Override
    public String name() {
        return "bias";
    }

    @Override
    public String definition() {
        return "Bias: the absolute value of the mean of (prediction - truth).";
    }

    @Override
    public String edgeCases() {
        return "Several targets: the mean over the targets of each one's absolute value.";
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
        return SumKernel.meanOfPairs(truth, Bias::errors, Math::abs);
    }

    private static void errors(double[] y, double[] p, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i - from] = p[i] - y[i];
        }
    }
}
