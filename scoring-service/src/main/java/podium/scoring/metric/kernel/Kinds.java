package podium.scoring.metric.kernel;

import podium.scoring.metric.Values;

/** Opens values as what a metric needs. */
public final class Kinds {
    private Kinds() {}

    public static double[] numbers(Values values) {
        if (values instanceof Values.Numbers numbers) {
            return numbers.values();
        }
        throw unfit("numbers", values);
    }

    public static int[] codes(Values values) {
        if (values instanceof Values.Codes codes) {
            return codes.values();
        }
        throw unfit("names", values);
    }

    public static Values.Table table(Values values) {
        if (values instanceof Values.Table table) {
            return table;
        }
        throw unfit("several numbers a row", values);
    }

    public static Values.Lists lists(Values values) {
        if (values instanceof Values.Lists lists) {
            return lists;
        }
        throw unfit("lists of items", values);
    }

    /** The numbers of numbers, or of a table with that many columns. */
    public static double[] columns(Values values, int columns) {
        return switch (values) {
            case Values.Numbers numbers when columns == 1 -> numbers.values();
            case Values.Table table when table.columns() == columns -> table.values();
            default -> throw unfit(columns + " numbers a row", values);
        };
    }

    /** How many numbers a row there are. */
    public static int columns(Values values) {
        return switch (values) {
            case Values.Numbers _ -> 1;
            case Values.Table table -> table.columns();
            default -> throw unfit("numbers", values);
        };
    }

    /**
     * Checks that there is a prediction for each row.
     *
     * @throws IllegalArgumentException there are not as many predictions as rows
     */
    public static void sameRows(int rows, Values predictions) {
        if (predictions.rows() != rows) {
            throw new IllegalArgumentException(predictions.rows() + " predictions for " + rows + " rows");
        }
    }

    public static IllegalArgumentException unfit(String needed, Values values) {
        return new IllegalArgumentException(
                "The metric needs " + needed + ", not " + values.getClass().getSimpleName());
    }
}
