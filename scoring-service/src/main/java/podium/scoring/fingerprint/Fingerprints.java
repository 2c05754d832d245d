package podium.scoring.fingerprint;

import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import podium.scoring.metric.Values;

/** Makes the fingerprints of one contest's files. Has no state that changes; threads share one. */
public final class Fingerprints {
    private final SampledCells sample;

    public Fingerprints(SampledCells sample) {
        this.sample = sample;
    }

    /** The cells that are compared. */
    public SampledCells sample() {
        return sample;
    }

    /**
     * The fingerprint of a file. To be made before a metric's kernel is given the predictions, which may leave anything in
     * their arrays.
     *
     * @param predictions as many rows as the solution has; only read
     */
    public Fingerprint of(Values predictions) {
        int columns = predictions instanceof Values.Table table ? table.columns() : 1;
        return new Fingerprint(
                kind(predictions),
                predictions.rows(),
                columns,
                CanonicalDigest.of(predictions),
                sample.of(predictions),
                block(predictions));
    }

    private static CellKind kind(Values values) {
        return switch (values) {
            case Values.Numbers _, Values.Table _ -> CellKind.NUMBERS;
            case Values.Codes _, Values.Lists _ -> CellKind.NAMES;
        };
    }

    private static @Nullable Block block(Values values) {
        IntToLongFunction keys = RowKeys.of(values);
        int rows = values.rows();
        if (rows == 0) {
            return null;
        }
        long majority = majority(keys, rows);
        int others = 0;
        int first = -1;
        int last = -1;
        for (int row = 0; row < rows; row++) {
            if (keys.applyAsLong(row) != majority) {
                first = others == 0 ? row : first;
                last = row;
                others++;
            }
        }
        return others < rows - others ? new Block(others, first, last) : null;
    }

    /** The key that more than half of the rows have, if there is one (Boyer and Moore's majority vote). */
    private static long majority(IntToLongFunction keys, int rows) {
        long candidate = 0;
        int lead = 0;
        for (int row = 0; row < rows; row++) {
            long key = keys.applyAsLong(row);
            if (lead == 0) {
                candidate = key;
            }
            lead += key == candidate ? 1 : -1;
        }
        return candidate;
    }
}
