package podium.scoring.prediction;

import podium.scoring.holdout.RowIds;
import podium.scoring.holdout.TextIds;

/**
 * Takes rows of the plainest shape, as nearly all rows of nearly all files are: a bare id and bare decimals. Whatever it does
 * not like at first sight is left to {@link FileReading}, which knows quotes, blanks, labels and every problem.
 *
 * <p>Hot: without a call that is not inlined, an allocation, or a look at the same byte twice. Rows in the order of the
 * sample submission go straight to their places. Others are collected first and then put in their places together: what
 * takes long there is memory, and one row's wait does not hold up the next one's (measured by {@code deploy/bench}).
 */
final class PlainRows {
    private static final int TOGETHER = 128;

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

    private final int[] lines = new int[TOGETHER];
    private final int[] commas = new int[TOGETHER];
    private final int[] rows = new int[TOGETHER];
    private final double[] collected;

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
        this.collected = new double[TOGETHER * width];
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
        int pos = from;
        int before;
        do {
            before = pos;
            pos = inAnyOrder(inOrder(pos));
        } while (pos > before);
        return pos;
    }

    /** Takes rows as long as they are in order. */
    private int inOrder(int from) {
        byte[] bytes = window.bytes();
        int end = window.end();
        int row = joining.next();
        int pos = from;
        while (pos < end) {
            int p = ids.expected(bytes, pos, row);
            if (p < 0 || joining.has(row)) {
                break;
            }
            p = fields(bytes, p, values, row * width);
            if (p < 0 || p > end) {
                break;
            }
            joining.see(row);
            row++;
            pos = p;
        }
        return pos;
    }

    /** Takes some rows. */
    private int inAnyOrder(int from) {
        byte[] bytes = window.bytes();
        int end = window.end();
        int n = 0;
        int pos = from;
        while (n < TOGETHER && pos < end) {
            int comma = ids.comma(bytes, pos);
            int p = comma < 0 ? -1 : fields(bytes, comma, collected, n * width);
            if (p < 0 || p > end) {
                break;
            }
            lines[n] = pos;
            commas[n] = comma;
            n++;
            pos = p;
        }
        for (int i = 0; i < n; i++) {
            rows[i] = ids.rowOf(bytes, lines[i], commas[i]);
        }
        for (int i = 0; i < n; i++) {
            int row = rows[i];
            if (row < 0 || !joining.see(row)) {
                return lines[i];
            }
            values[row * width] = collected[i * width];
            for (int column = 1; column < width; column++) {
                values[row * width + column] = collected[i * width + column];
            }
        }
        return pos;
    }

    /**
     * Reads the numbers of a row.
     *
     * @param comma the place of the comma before the first
     * @param into where they go, from {@code at} on
     * @return the place behind the line's end, negative if something is not plain
     */
    private int fields(byte[] bytes, int comma, double[] into, int at) {
        // The first one outside the loop: most files have no other, and no use for a loop.
        int p = number(bytes, comma + 1, into, at + columnOfField[0]);
        for (int field = 1; field < width; field++) {
            if (p < 0 || bytes[p] != ',') {
                return -1;
            }
            p = number(bytes, p + 1, into, at + columnOfField[field]);
        }
        if (p < 0) {
            return -1;
        }
        if (bytes[p] == '\r') {
            p++;
        }
        return bytes[p] == '\n' ? p + 1 : -1;
    }

    private int number(byte[] bytes, int from, double[] into, int at) {
        int p = decimals.read(bytes, from);
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
        into[at] = value;
        return p;
    }
}
