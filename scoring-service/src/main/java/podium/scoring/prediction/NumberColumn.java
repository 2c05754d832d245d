package podium.scoring.prediction;

import org.jspecify.annotations.Nullable;
import podium.scoring.metric.Bounds;
import podium.scoring.metric.Values;

/** Predictions that are numbers. */
final class NumberColumn implements Column {
    private final Bounds bounds;
    private final boolean clamped;
    private final double[] values;

    NumberColumn(PredictionFormat.Numbers expected, int rows) {
        this.bounds = expected.bounds();
        this.clamped = expected.clamped();
        this.values = new double[rows];
    }

    /** The array behind, for the loop that fills it directly. */
    double[] array() {
        return values;
    }

    Bounds bounds() {
        return bounds;
    }

    @Override
    public @Nullable ProblemKind take(int row, byte[] source, int from, int to) {
        double value = Decimals.parse(source, from, to);
        if (Double.isNaN(value)) {
            return ProblemKind.NOT_A_NUMBER;
        }
        if (Double.isInfinite(value)) {
            return ProblemKind.INFINITE;
        }
        if (!bounds.contains(value) && !clamped) {
            return ProblemKind.OUT_OF_RANGE;
        }
        values[row] = bounds.clamp(value);
        return null;
    }

    @Override
    public boolean trims() {
        return true;
    }

    @Override
    public Values values() {
        return new Values.Numbers(values);
    }
}
