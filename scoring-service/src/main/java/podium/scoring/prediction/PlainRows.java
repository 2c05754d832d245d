package podium.scoring.prediction;

import podium.scoring.holdout.RowIds;
import podium.scoring.holdout.TextIds;

/**
 * Takes rows of the plainest shape, as nearly all rows of nearly all files are: a bare id and bare decimals. Whatever it does
 * not like at first sight is left to {@link FileReading}, which knows quotes, blanks, labels and every problem.
 *
 * <p>Hot: without a call that is not inlined, an allocation, or a look at the same byte twice.
 */
final class PlainRows {
    private final IdScan ids;
    private final DecimalScan decimals = new DecimalScan();
    private final Joining joining;
    private final Window window;
    private final double[] values;
    private final int width;
    private final int[] columnOfField;
    private final double min;
    private final double max;
    private final boolean clamped;

    /** @param columnOfField for each field behind the id its column, from 0 */
    PlainRows(Window window, RowIds ids, Joining joining, NumberColumns columns, int[] columnOfField) {
        this.window = window;
        this.ids = IdScan.of(ids);
        this.joining = joining;
        this.values = columns.array();
        this.width = columns.width();
        this.columnOfField = columnOfField;
        this.min = columns.bounds().min();
        this.max = columns.bounds().max();
        this.clamped = columns.clamped();
    }

    /** Whether rows of a file with such ids can be plain. */
    static boolean suit(RowIds ids) {
        return !(ids instanceof TextIds text) || text.bare();
    }

    /**
     * Takes rows.
     *
     * @param from where the first one begins
     * @return where the first line begins that is of another shape, has a problem, or is not whole in the window; all before
     *     were taken, one row a line
     */
    int take(int from) {
        byte[] bytes = window.bytes();
        int end = window.end();
        int pos = from;
        while (pos < end) {
            int p = ids.find(bytes, pos, joining.next());
            if (p < 0 || joining.has(ids.row())) {
                break;
            }
            p = fields(bytes, p, ids.row() * width);
            if (p < 0 || p > end) {
                break;
            }
            joining.see(ids.row());
            pos = p;
        }
        return pos;
    }

    /**
     * Reads the numbers of a row.
     *
     * @param comma the place of the comma before the first
     * @param at where the row begins among the values
     * @return the place behind the line's end, negative if something is not plain
     */
    private int fields(byte[] bytes, int comma, int at) {
        int p = comma;
        for (int field = 0; field < width; field++) {
            if (field > 0 && bytes[p] != ',') {
                return -1;
            }
            p = decimals.read(bytes, p + 1);
            if (p < 0) {
                return -1;
            }
            double value = decimals.value();
            if (!(value >= min && value <= max)) {
                if (!clamped) {
                    return -1;
                }
                value = Math.clamp(value, min, max);
            }
            values[at + columnOfField[field]] = value;
        }
        if (bytes[p] == '\r') {
            p++;
        }
        return bytes[p] == '\n' ? p + 1 : -1;
    }
}
