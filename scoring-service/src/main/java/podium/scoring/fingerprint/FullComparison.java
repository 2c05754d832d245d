package podium.scoring.fingerprint;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import podium.scoring.metric.Values;

/**
 * What all rows of two files have in common: exact, nothing is sampled.
 *
 * @param rows how many rows they have
 * @param changedRows in how many they differ
 * @param agreement their equal cells
 * @param correlation of the numbers of the two files, null for names and for constant files
 */
public record FullComparison(
        int rows,
        int changedRows,
        Agreement agreement,
        @Nullable Double correlation) {

    /**
     * Compares two files of one contest.
     *
     * @param labels what is true of the rows
     */
    public static FullComparison of(Values a, Values b, Values labels) {
        double[] cellsOfA = cells(a);
        double[] cellsOfB = cells(b);
        Agreement agreement = Agreement.of(cellsOfA, cellsOfB, comparable(labels, a) ? cells(labels) : null);
        double correlation = numeric(a) ? Residuals.correlation(cellsOfA, cellsOfB) : Double.NaN;
        return new FullComparison(
                a.rows(), changedRows(a, b), agreement, Double.isNaN(correlation) ? null : correlation);
    }

    private static int changedRows(Values a, Values b) {
        IntToLongFunction keysOfA = RowKeys.of(a);
        IntToLongFunction keysOfB = RowKeys.of(b);
        int changed = 0;
        for (int row = 0; row < a.rows(); row++) {
            changed += keysOfA.applyAsLong(row) == keysOfB.applyAsLong(row) ? 0 : 1;
        }
        return changed;
    }

    private static boolean numeric(Values values) {
        return values instanceof Values.Numbers || values instanceof Values.Table;
    }

    /** Whether a label can be equal to a prediction. */
    private static boolean comparable(Values labels, Values predictions) {
        return switch (labels) {
            case Values.Numbers _ -> predictions instanceof Values.Numbers;
            case Values.Codes _ -> predictions instanceof Values.Codes;
            case Values.Table(double[] _, int columns) ->
                predictions instanceof Values.Table table && table.columns() == columns;
            case Values.Lists _ -> false;
        };
    }

    private static double[] cells(Values values) {
        return switch (values) {
            case Values.Numbers(double[] numbers) -> numbers;
            case Values.Table(double[] numbers, int _) -> numbers;
            case Values.Codes(int[] codes) ->
                Arrays.stream(codes).asDoubleStream().toArray();
            case Values.Lists lists -> {
                double[] cells = new double[lists.rows()];
                IntToLongFunction keys = RowKeys.of(lists);
                Arrays.setAll(cells, row -> keys.applyAsLong(row) >>> 11);
                yield cells;
            }
        };
    }
}
