package podium.scoring.prediction;

import org.jspecify.annotations.Nullable;
import podium.scoring.metric.Bounds;
import podium.scoring.metric.Values;

/** Predictions that are numbers, one a row or several. */
final class NumberColumns implements Column {
    private final Bounds bounds;
    private final boolean clamped;
    private final int width;
    private final boolean table;
    private final double[] values;
    private final DecimalScan scan = new DecimalScan();

    /**
     * @param width how many numbers a row has
     * @param table whether they are a table, even if it has one column
     */
    NumberColumns(PredictionFormat.Numbers expected, int rows, int width, boolean table) {
        this.bounds = expected.bounds();
        this.clamped = expected.clamped();
        this.width = width;
        this.table = table;
        this.values = new double[Math.multiplyExact(rows, width)];
    }

    /** The array behind, row after row, for the loop that fills it directly. */
    double[] array() {
        return values;
    }

    int width() {
        return width;
    }

    Bounds bounds() {
        return bounds;
    }

    boolean clamped() {
        return clamped;
    }

    @Override
    public @Nullable ProblemKind take(int row, int column, byte[] source, int from, int to) {
        double value = scan.read(source, from) == to ? scan.value() : Decimals.parse(source, from, to);
        if (Double.isNaN(value)) {
            return ProblemKind.NOT_A_NUMBER;
        }
        if (Double.isInfinite(value)) {
            return ProblemKind.INFINITE;
        }
        if (!bounds.contains(value)) {
            if (!clamped) {
                return ProblemKind.OUT_OF_RANGE;
            }
            value = bounds.clamp(value);
        }
        values[row * width + column] = value;
        return null;
    }

    @Override
    public boolean trims() {
        return true;
    }

    @Override
    public Values values() {
        return table ? new Values.Table(values, width) : new Values.Numbers(values);
    }
}
