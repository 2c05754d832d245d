package podium.scoring.anonymization;

import java.util.List;
import java.util.stream.Stream;

/** Where in a row's key each column has its code: several columns share a word, none is cut in two. */
final class KeyLayout {
    private final int[] word;
    private final int[] shift;
    private final long[] mask;
    private final int words;

    private KeyLayout(int[] bits) {
        word = new int[bits.length];
        shift = new int[bits.length];
        mask = new long[bits.length];
        int used = 0;
        int full = 0;
        for (int c = 0; c < bits.length; c++) {
            if (used + bits[c] > Long.SIZE) {
                full++;
                used = 0;
            }
            word[c] = full;
            shift[c] = used;
            mask[c] = (1L << bits[c]) - 1;
            used += bits[c];
        }
        words = full + 1;
    }

    /** Room for the codes of quasi-identifiers, and behind them of sensitive columns. Codes of higher levels are no greater. */
    static KeyLayout of(List<Column> columns, List<Column> sensitive) {
        return new KeyLayout(Stream.concat(columns.stream(), sensitive.stream())
                .mapToInt(column -> Integer.SIZE
                        - Integer.numberOfLeadingZeros(
                                Math.max(0, column.values().size() - 1)))
                .map(bits -> Math.max(1, bits))
                .toArray());
    }

    /** How many words a key has. */
    int words() {
        return words;
    }

    /** The keys of all rows, one behind the other. */
    long[] keys(int rows, List<Column> columns, List<Column> sensitive) {
        long[] keys = new long[Math.multiplyExact(rows, words)];
        List<Column> all = Stream.concat(columns.stream(), sensitive.stream()).toList();
        for (int c = 0; c < all.size(); c++) {
            Column column = all.get(c);
            for (int row = 0; row < rows; row++) {
                keys[row * words + word[c]] |= (long) column.code(row) << shift[c];
            }
        }
        return keys;
    }

    int code(long[] keys, int key, int column) {
        return (int) ((keys[key * words + word[column]] >>> shift[column]) & mask[column]);
    }

    /** Gives each code of a column another one. */
    void recode(long[] keys, int column, int[] translation) {
        int by = shift[column];
        long field = mask[column];
        long others = ~(field << by);
        for (int at = word[column]; at < keys.length; at += words) {
            keys[at] = (keys[at] & others) | ((long) translation[(int) ((keys[at] >>> by) & field)] << by);
        }
    }

    /** Makes all codes of a column 0. */
    void clear(long[] keys, int column) {
        long others = ~(mask[column] << shift[column]);
        for (int at = word[column]; at < keys.length; at += words) {
            keys[at] &= others;
        }
    }
}
