package podium.scoring.metric;

/**
 * Which part and which block of its part each row belongs to. A row's cell is {@code part * 64 + block}: part 0 is public,
 * part 1 private, a later one a reserve. A part of n rows uses the first min(64, n / 8) of its blocks.
 *
 * @param ofRow the cell of each row as an unsigned byte
 * @param parts how many parts, 1 to 4
 */
@SuppressWarnings("ArrayRecordComponent") // read in hot loops
public record Cells(byte[] ofRow, int parts) {
    /** How many blocks a part has at most. */
    public static final int BLOCKS = 64;

    private static final int MOST_PARTS = 256 / BLOCKS;

    public Cells {
        if (parts < 1 || parts > MOST_PARTS) {
            throw new IllegalArgumentException("Not a number of parts: " + parts);
        }
        for (byte cell : ofRow) {
            if ((cell & 0xFF) >= parts * BLOCKS) {
                throw new IllegalArgumentException("Not a cell of " + parts + " parts: " + (cell & 0xFF));
            }
        }
    }

    /** How many rows. */
    public int rows() {
        return ofRow.length;
    }

    /** How many cells there are: 64 for each part. */
    public int count() {
        return parts * BLOCKS;
    }

    /** The cell of a row. */
    public int of(int row) {
        return ofRow[row] & 0xFF;
    }

    /** The part of a row. */
    public int partOf(int row) {
        return of(row) / BLOCKS;
    }

    /** How many rows each cell has. */
    public int[] sizes() {
        int[] sizes = new int[count()];
        for (byte cell : ofRow) {
            sizes[cell & 0xFF]++;
        }
        return sizes;
    }
}
