package podium.scoring.prediction;

import org.jspecify.annotations.Nullable;
import podium.scoring.metric.Values;

/** Takes the predictions of one file, each at its row. */
sealed interface Column permits NumberColumns, NameColumn, ListColumn {

    /**
     * Takes a prediction.
     *
     * @param row its row
     * @param column its column, from 0
     * @param source its bytes, with some {@link podium.scoring.bytes.Words#SLACK} behind them
     * @return null if it is fine, or what is wrong with it
     */
    @Nullable
    ProblemKind take(int row, int column, byte[] source, int from, int to);

    /** Whether blanks around a prediction may be left out. */
    boolean trims();

    /** What was taken. Asked for once. */
    Values values();

    /** An empty column of so many rows for predictions of that kind. */
    static Column of(PredictionFormat format, int rows) {
        return switch (format.values()) {
            case PredictionFormat.Numbers numbers -> new NumberColumns(numbers, rows, 1, false);
            case PredictionFormat.Table(PredictionFormat.Numbers numbers) ->
                new NumberColumns(numbers, rows, format.columns().size(), true);
            case PredictionFormat.Names names -> new NameColumn(names.index(), rows);
            case PredictionFormat.Lists lists -> new ListColumn(lists, rows);
        };
    }
}
