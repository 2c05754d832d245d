package podium.scoring.metric;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import podium.scoring.metric.kernel.Kinds;
import podium.scoring.metric.kernel.SumKernel;

/**
 * Continuous ranked probability score on a fixed grid: a row's prediction is a cumulative distribution F at the points
 * {@code v_k = gridStart + k gridStep}, and its score is the mean over the points of {@code (F(v_k) - [y <= v_k])^2}
 * (Matheson and Winkler, <i>Scoring rules for continuous probability distributions</i>, 1976, with the integral as a sum).
 *
 * @param gridStart the first point
 * @param gridStep from one point to the next, above 0
 * @param gridPoints how many points, each a column of the prediction file
 */
public record Crps(double gridStart, double gridStep, int gridPoints) implements Metric {
    private static final Setting.Real START =
            new Setting.Real("gridStart", "the first point of the grid", Bounds.WIDEST.min(), Bounds.WIDEST.max(), 0.0);
    private static final Setting.Real STEP =
            new Setting.Real("gridStep", "from one point of the grid to the next", 0, Bounds.WIDEST.max(), 1.0);

    private static final Setting.Whole POINTS =
            new Setting.Whole("gridPoints", "how many points the grid has, each a column of predictions", 2, 1000, 101);

    static final List<Setting> SETTINGS = List.of(START, STEP, POINTS);

    public Crps {
        Settings.check(START, gridStart);
        Settings.check(STEP, gridStep);
        Settings.check(POINTS, gridPoints);
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
        return Map.of("gridStart", gridStart, "gridStep", gridStep, "gridPoints", gridPoints);
    }

    /** The points of the grid as decimal numbers, exactly as far as the settings are. */
    public List<String> points() {
        BigDecimal start = BigDecimal.valueOf(gridStart);
        BigDecimal step = BigDecimal.valueOf(gridStep);
        return IntStream.range(0, gridPoints)
                .mapToObj(k -> start.add(step.multiply(BigDecimal.valueOf(k))))
                .map(point -> point.stripTrailingZeros().toPlainString())
                .toList();
    }

    @Override
    public Kernel kernel(Truth truth) {
        double[] y = Kinds.numbers(truth.labels());
        return SumKernel.mean(
                truth,
                predictions -> {
                    Values.Table table = Kinds.table(predictions);
                    double[] p = Kinds.columns(table, gridPoints);
                    return (from, to, out) -> scores(y, p, from, to, out);
                },
                DoubleUnaryOperator.identity());
    }

    private void scores(double[] y, double[] p, int from, int to, double[] out) {
        int points = gridPoints;
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
