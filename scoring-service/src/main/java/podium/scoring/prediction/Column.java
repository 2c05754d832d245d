package podium.scoring.prediction;

import org.jspecify.annotations.Nullable;
import podium.scoring.metric.Values;

/** Takes the predictions of one file, each at its row. */
sealed interface Column permits NumberColumn, NameColumn {

    /** Takes a prediction; null if it is fine, or what is wrong with it. */
    @Nullable
    ProblemKind take(int row, byte[] source, int from, int to);

    /** Whether blanks around a prediction may be left out. */
    boolean trims();

    /** What was taken. */
    Values values();

    /** An empty column of so many rows for predictions of that kind. */
    static Column of(PredictionFormat.Expected expected, int rows) {
        return switch (expected) {
            case PredictionFormat.Numbers numbers -> new NumberColumn(numbers, rows);
            case PredictionFormat.Names names -> new NameColumn(names.index(), rows);
        };
    }
}
