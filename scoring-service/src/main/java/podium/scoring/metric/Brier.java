package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import podium.scoring.metric.kernel.Kinds;
import podium.scoring.metric.kernel.SumKernel;

/**
 * Brier score: {@code sum (p - y)^2 / n} of probabilities (Brier, <i>Verification of forecasts expressed in terms of
 * probability</i>, 1950, for two outcomes; {@code sklearn.metrics.brier_score_loss}).
 */
public record Brier() implements Metric {
    @Override
    public String name() {
        return "brier";
    }

    @Override
    public String definition() {
        return "Brier score: the mean of (probability of the positive label - truth)^2.";
    }

    @Override
    public String edgeCases() {
        return "Predictions have to be probabilities, 0 to 1.";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.BINARY);
    }

    @Override
    public Bounds domain() {
        return Bounds.PROBABILITIES;
    }

    @Override
    public Kernel kernel(Truth truth) {
        Kinds.numbers(truth.labels());
        return SumKernel.meanOfPairs(truth, Mse::squares, DoubleUnaryOperator.identity());
    }
}
