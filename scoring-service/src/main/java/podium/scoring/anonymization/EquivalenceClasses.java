package podium.scoring.anonymization;

import java.util.Arrays;
import java.util.List;

/**
 * The rows of a table grouped by equal values in some columns. Rows of one class cannot be told apart by these columns.
 *
 * <p>Time grows with rows x columns, memory with rows; nothing is compared as text.
 */
public final class EquivalenceClasses {
    private final int[] classOfRow;
    private final int[] sizes;

    private EquivalenceClasses(int[] classOfRow, int[] sizes) {
        this.classOfRow = classOfRow;
        this.sizes = sizes;
    }

    /**
     * Groups rows.
     *
     * @param rows how many rows
     * @param columns columns with that many rows; without any, all rows are one class
     */
    public static EquivalenceClasses of(int rows, List<Column> columns) {
        int[] classes = new int[rows];
        int count = rows == 0 ? 0 : 1;
        for (Column column : columns) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(column.name() + " has " + column.rows() + " rows, not " + rows);
            }
            // Refine: the classes by this column too are the distinct pairs (class until now, value here).
            PairNumbers pairs = new PairNumbers(rows);
            for (int row = 0; row < rows; row++) {
                classes[row] = pairs.number(classes[row], column.code(row));
            }
            count = pairs.count();
        }
        int[] sizes = new int[count];
        for (int c : classes) {
            sizes[c]++;
        }
        return new EquivalenceClasses(classes, sizes);
    }

    /** How many rows. */
    public int rows() {
        return classOfRow.length;
    }

    /** How many classes. */
    public int count() {
        return sizes.length;
    }

    /** The class of a row, from 0 to {@code count() - 1}. */
    public int classOf(int row) {
        return classOfRow[row];
    }

    /** How many rows a class has. */
    public int size(int equivalenceClass) {
        return sizes[equivalenceClass];
    }

    /** The sizes of all classes. */
    public int[] sizes() {
        return sizes.clone();
    }

    /** Numbers distinct pairs in the order of their first appearance; open addressing, at most half full. */
    private static final class PairNumbers {
        private static final long FREE = -1;
        private final long[] pairs;
        private final int[] numbers;
        private final int mask;
        private int count;

        PairNumbers(int most) {
            int capacity = Integer.highestOneBit(Math.max(8, Math.min(most, 1 << 28))) << 2;
            pairs = new long[capacity];
            numbers = new int[capacity];
            mask = capacity - 1;
            Arrays.fill(pairs, FREE);
        }

        int number(int first, int second) {
            long pair = (long) first << 32 | second;
            int slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 32) & mask;
            while (pairs[slot] != FREE) {
                if (pairs[slot] == pair) {
                    return numbers[slot];
                }
                slot = (slot + 1) & mask;
            }
            pairs[slot] = pair;
            numbers[slot] = count;
            return count++;
        }

        int count() {
            return count;
        }
    }
}
