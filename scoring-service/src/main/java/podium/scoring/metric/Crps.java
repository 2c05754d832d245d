package podium.scoring.metric;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import podium.scoring.metric.kernel.Kinds;
import podium.scoring.metric.kernel.SumKernel;

/**
 * Continuous ranked probability score on a fixed grid: a row's prediction is a cumulative distribution F at the points
 * {@code v_k = gridStart + k gridStep}, and its score is the mean over the points of {@code (F(v_k) - [y <= v_k])^2}
 * (Matheson and Winkler, <i>Scoring rules for continuous probability distributions</i>, 1976, with the integral as a sum).
 *
 * @param gridStart the first point
 * @param gridStep from one point to the next, above 0
 */
public record Crps(double gridStart, double gridStep) implements Metric {
    private static final Setting.Real START =
            new Setting.Real("gridStart", "the first point of the grid", Bounds.WIDEST.min(), Bounds.WIDEST.max(), 0.0);
    private static final Setting.Real STEP =
            new Setting.Real("gridStep", "from one point of the grid to the next", 0, Bounds.WIDEST.max(), 1.0);

    static final List<Setting> SETTINGS = List.of(START, STEP);

    public Crps {
        Settings.check(START, gridStart);
        Settings.check(STEP, gridStep);
    }

    @Override
    public String name() {
        return "crps";
    }

    @Override
    public String definition() {
        return "Continuous ranked probability score on a fixed grid: the mean over the rows and the points v of the grid of"
                + " (probability of at most v - [truth is at most v])^2.";
    }

    @Override
    public String edgeCases() {
        return "Predictions have to be probabilities, 0 to 1, a column for each point of the grid; that they rise is not asked"
                + " for. Multiply by the width of the grid for the score in units of the truth.";
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
    public Form form(TaskKind kind) {
        return Form.GRID;
    }

    @Override
    public Bounds domain() {
        return Bounds.PROBABILITIES;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("gridStart", gridStart, "gridStep", gridStep);
    }

    @Override
    public Kernel kernel(Truth truth) {
        double[] y = Kinds.numbers(truth.labels());
        return SumKernel.mean(
                truth,
                predictions -> {
                    Values.Table table = Kinds.table(predictions);
                    return (from, to, out) -> scores(y, table, from, to, out);
                },
                DoubleUnaryOperator.identity());
    }

    private void scores(double[] y, Values.Table table, int from, int to, double[] out) {
        int points = table.columns();
        double[] p = table.values();
        for (int row = from; row < to; row++) {
            double sum = 0;
            for (int k = 0; k < points; k++) {
                double step = y[row] <= gridStart + k * gridStep ? 1 : 0;
                double error = p[row * points + k] - step;
                sum += error * error;
            }
            out[row - from] = sum / points;
        }
    }
}
