package podium.scoring.prediction;

import java.math.BigDecimal;
import podium.scoring.metric.Bounds;

/**
 * What a prediction file of a contest has to look like: the header {@code id,<target>}, then a row for each id.
 *
 * @param target the name of the prediction column
 * @param values what a prediction is
 * @param maxBytes the largest file, unpacked
 */
public record PredictionFormat(String target, Expected values, long maxBytes) {

    /** What a prediction is. */
    public sealed interface Expected {
        /** What it is, for people, as in "expected a number between 0 and 1". */
        String inWords();
    }

    /**
     * A finite decimal number, with a point, whatever the locale.
     *
     * @param bounds the range that it has to keep
     * @param clamped whether one outside is set to the nearest end of the range, rather than being a problem
     */
    public record Numbers(Bounds bounds, boolean clamped) implements Expected {
        @Override
        public String inWords() {
            return bounds.equals(Bounds.WIDEST)
                    ? "a number such as 0.25"
                    : "a number between " + plain(bounds.min()) + " and " + plain(bounds.max());
        }

        private static String plain(double value) {
            return value == 0
                    ? "0"
                    : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
    }

    /**
     * A label, spelled as in the training data.
     *
     * @param index the labels of the hidden rows
     */
    public record Names(LabelIndex index) implements Expected {
        @Override
        public String inWords() {
            return "a label of the training data";
        }
    }

    /** The header that is expected, as it would stand in the file. */
    public String header() {
        return "id," + (needsQuotes() ? '"' + target.replace("\"", "\"\"") + '"' : target);
    }

    private boolean needsQuotes() {
        return target.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    }
}
