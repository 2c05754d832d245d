package podium.scoring.prediction;

/**
 * Which rows of the solution a file has had: one bit a row, and the row that comes next if the file is in the order of the
 * sample submission.
 */
final class Joining {
    private final int rows;
    private final long[] seen;
    private int count;
    private int next;

    Joining(int rows) {
        this.rows = rows;
        this.seen = new long[(rows + 63) / 64];
    }

    /** How many rows the solution has. */
    int rows() {
        return rows;
    }

    /** The row after the one that was seen last. */
    int next() {
        return next;
    }

    /** Whether a row was seen. */
    boolean has(int row) {
        return (seen[row >> 6] & 1L << row) != 0;
    }

    /** Notes that a row has its line; false if it had one before. */
    boolean see(int row) {
        if (has(row)) {
            return false;
        }
        seen[row >> 6] |= 1L << row;
        count++;
        next = row + 1;
        return true;
    }

    /** How many rows were not seen. */
    int missing() {
        return rows - count;
    }

    /** The first row that was not seen; there has to be one. */
    int firstMissing() {
        int row = 0;
        while (has(row)) {
            row++;
        }
        return row;
    }
}
