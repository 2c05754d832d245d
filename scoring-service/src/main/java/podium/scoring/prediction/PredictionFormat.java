package podium.scoring.prediction;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import podium.scoring.metric.Bounds;

/**
 * What a prediction file of a contest has to look like: the header {@code id,<column>...}, then a row for each id.
 *
 * @param columns the names of the prediction columns, each once; in a file they may come in any order, behind the id. Where
 *     there is one it is the target's name
 * @param values what a prediction is
 * @param maxBytes the largest file, unpacked
 */
public record PredictionFormat(List<String> columns, Expected values, long maxBytes) {
    /** The name of the first column. */
    static final String ID = "id";

    public PredictionFormat {
        columns = List.copyOf(columns);
        Set<String> distinct = new HashSet<>(columns);
        if (columns.isEmpty() || distinct.size() < columns.size() || distinct.contains(ID)) {
            throw new IllegalArgumentException("Not the prediction columns of a file: " + columns);
        }
        if (columns.size() > 1 && !(values instanceof Table)) {
            throw new IllegalArgumentException("Several columns have to be a table of numbers: " + columns);
        }
    }

    /** A file with one prediction column. */
    public PredictionFormat(String target, Expected values, long maxBytes) {
        this(List.of(target), values, maxBytes);
    }

    /** What a prediction is. */
    public sealed interface Expected {
        /** What it is, for people, as in "expected a number between 0 and 1". */
        String inWords();
    }

    /**
     * A finite decimal number, with a point, whatever the locale; read as {@link podium.scoring.metric.Values.Numbers}.
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
     * Such a number in each of the columns; read as {@link podium.scoring.metric.Values.Table}, whose columns are in the
     * order of {@link PredictionFormat#columns()}.
     *
     * @param number what each of them is
     */
    public record Table(Numbers number) implements Expected {
        @Override
        public String inWords() {
            return number.inWords();
        }
    }

    /**
     * A label, spelled as in the training data; read as {@link podium.scoring.metric.Values.Codes}.
     *
     * @param index the labels of the hidden rows
     */
    public record Names(LabelIndex index) implements Expected {
        @Override
        public String inWords() {
            return "a label of the training data";
        }
    }

    /**
     * A ranked list of items, the best one first, with blanks between them; read as
     * {@link podium.scoring.metric.Values.Lists}. A list may be empty, and an item may be there twice: what that is worth
     * is the metric's business.
     *
     * @param index the items that are known; another one is kept as unknown
     * @param atMost the most items in a list
     */
    public record Lists(LabelIndex index, int atMost) implements Expected {
        public Lists {
            if (atMost < 1) {
                throw new IllegalArgumentException("A list of at most " + atMost + " items");
            }
        }

        @Override
        public String inWords() {
            return "at most " + atMost + (atMost == 1 ? " item" : " items with blanks between them");
        }
    }

    /** The header that is expected, as it would stand in the file. */
    public String header() {
        return columns.stream().map(PredictionFormat::quoted).collect(Collectors.joining(",", ID + ",", ""));
    }

    private static String quoted(String name) {
        boolean needsQuotes = name.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needsQuotes ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }
}
