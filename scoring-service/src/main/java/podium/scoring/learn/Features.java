package podium.scoring.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import podium.scoring.anonymization.Column;

/**
 * Columns as small codes: a column of many numbers by up to 32 bins of equally many rows, any other by its values, of which those
 * beyond the 1,000 most frequent are one.
 */
public final class Features {
    private static final int BINS = 32;
    private static final int MOST_VALUES = 1_000;

    private final int rows;
    private final List<int[]> ofValue = new ArrayList<>();
    private final List<Column> columns;
    private final List<Integer> sizes = new ArrayList<>();

    /** @param columns columns with the same rows */
    public Features(int rows, List<Column> columns) {
        this.rows = rows;
        this.columns = List.copyOf(columns);
        for (Column column : columns) {
            int[] counts = new int[column.values().size()];
            for (int row = 0; row < rows; row++) {
                counts[column.code(row)]++;
            }
            double[] numbers = numbers(column);
            int[] recoding = numbers.length > BINS ? bins(numbers, counts) : frequent(counts);
            ofValue.add(recoding);
            sizes.add(Arrays.stream(recoding).max().orElse(0) + 1);
        }
    }

    /** How many rows. */
    public int rows() {
        return rows;
    }

    /** How many columns. */
    public int width() {
        return columns.size();
    }

    /** How many codes a column has. */
    public int size(int column) {
        return sizes.get(column);
    }

    /** The code of a row in a column. */
    public int code(int row, int column) {
        return ofValue.get(column)[columns.get(column).code(row)];
    }

    /** The values of a column as numbers; empty if one of them is none. An empty cell is not a number. */
    static double[] numbers(Column column) {
        double[] numbers = new double[column.values().size()];
        for (int code = 0; code < numbers.length; code++) {
            try {
                numbers[code] = Double.parseDouble(column.values().get(code));
            } catch (NumberFormatException e) {
                return new double[0];
            }
            if (!Double.isFinite(numbers[code])) {
                return new double[0];
            }
        }
        return numbers;
    }

    private int[] bins(double[] numbers, int[] counts) {
        Integer[] order = order(numbers.length);
        Arrays.sort(order, (a, b) -> Double.compare(numbers[a], numbers[b]));
        int[] recoding = new int[numbers.length];
        long before = 0;
        for (int code : order) {
            recoding[code] = (int) Math.min(BINS - 1, before * BINS / Math.max(1, rows));
            before += counts[code];
        }
        return recoding;
    }

    private static int[] frequent(int[] counts) {
        int[] recoding = new int[counts.length];
        if (counts.length <= MOST_VALUES) {
            Arrays.setAll(recoding, code -> code);
            return recoding;
        }
        Integer[] order = order(counts.length);
        Arrays.sort(order, (a, b) -> counts[b] != counts[a] ? counts[b] - counts[a] : a - b);
        for (int rank = 0; rank < order.length; rank++) {
            recoding[order[rank]] = Math.min(rank, MOST_VALUES);
        }
        return recoding;
    }

    private static Integer[] order(int count) {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        return order;
    }
}
