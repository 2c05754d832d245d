package podium.scoring.anonymization;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A column of a table, each distinct value kept once: a row holds the code of its value. Empty cells are values like any
 * other. Immutable; the codes are shared and nobody writes to them.
 */
public final class Column {
    private final String name;
    private final List<String> values;
    private final int[] codes;

    private Column(String name, List<String> values, int[] codes) {
        this.name = name;
        this.values = values;
        this.codes = codes;
    }

    /** A column with these values, in the order of the rows. */
    public static Column of(String name, List<String> rows) {
        Builder builder = new Builder(name);
        rows.forEach(builder::add);
        return builder.build();
    }

    public String name() {
        return name;
    }

    /** How many rows. */
    public int rows() {
        return codes.length;
    }

    /** The distinct values; the index of a value is its code. */
    public List<String> values() {
        return values;
    }

    /** The code of a row's value. */
    public int code(int row) {
        return codes[row];
    }

    /** The value of a row. */
    public String value(int row) {
        return values.get(codes[row]);
    }

    /** The same rows with each value replaced; values that become equal become one. */
    public Column map(UnaryOperator<String> replacement) {
        Map<String, Integer> newCodes = new LinkedHashMap<>();
        int[] recoding = new int[values.size()];
        for (int code = 0; code < recoding.length; code++) {
            Integer newCode = newCodes.size();
            Integer known = newCodes.putIfAbsent(replacement.apply(values.get(code)), newCode);
            recoding[code] = known == null ? newCode : known;
        }
        int[] recoded = new int[codes.length];
        for (int row = 0; row < recoded.length; row++) {
            recoded[row] = recoding[codes[row]];
        }
        return new Column(name, List.copyOf(newCodes.keySet()), recoded);
    }

    /** Collects the values of a column, row by row. */
    public static final class Builder {
        private final String name;
        private final Map<String, Integer> codeOf = new LinkedHashMap<>();
        private int[] codes = new int[1024];
        private int rows;

        public Builder(String name) {
            this.name = name;
        }

        public void add(String value) {
            if (rows == codes.length) {
                codes = Arrays.copyOf(codes, Math.addExact(rows, rows >> 1));
            }
            Integer next = codeOf.size();
            Integer known = codeOf.putIfAbsent(value, next);
            codes[rows++] = known == null ? next : known;
        }

        /** How many distinct values until now. */
        public int distinct() {
            return codeOf.size();
        }

        public Column build() {
            return new Column(name, List.copyOf(codeOf.keySet()), Arrays.copyOf(codes, rows));
        }
    }
}
