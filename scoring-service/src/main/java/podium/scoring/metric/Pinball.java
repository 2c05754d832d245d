package podium.scoring.metric;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import podium.scoring.metric.kernel.SumKernel;

/**
 * Pinball (quantile) loss: the mean of {@code q (y - p)} where the truth is above, {@code (1 - q) (p - y)} where it is below
 * ({@code sklearn.metrics.mean_pinball_loss} with {@code alpha = q}).
 *
 * @param quantile q, above 0 and below 1
 */
public record Pinball(double quantile) implements Metric {
    private static final Setting.Real QUANTILE =
            new Setting.Real("quantile", "the quantile that predictions are to be", 0, 1, 0.5);

    static final List<Setting> SETTINGS = List.of(QUANTILE);

    public Pinball {
        Settings.check(QUANTILE, quantile);
    }

    @Override
    public String name() {
        return "pinball";
    }

    @Override
    public String definition() {
        return "Pinball loss of a quantile q: the mean of q (truth - prediction) where the truth is above the prediction and"
                + " (1 - q) (prediction - truth) where it is below.";
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
        return EnumSet.of(TaskKind.NUMBER, TaskKind.TARGETS);
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("quantile", quantile);
    }

    @Override
    public Kernel kernel(Truth truth) {
        return SumKernel.meanOfPairs(truth, this::losses, DoubleUnaryOperator.identity());
    }

    private void losses(double[] y, double[] p, int from, int to, double[] out) {
        double above = quantile;
        double below = quantile - 1;
        for (int i = from; i < to; i++) {
            double error = y[i] - p[i];
            out[i - from] = Math.max(above * error, below * error);
        }
    }
}
