package podium.scoring.statistics;

/** How many blocks the rows of a part of a holdout are put into. */
public final class Blocks {
    /** The most blocks of a part. */
    public static final int MOST = 64;

    private static final int LEAST_ROWS = 8;

    private Blocks() {}

    /**
     * The number of blocks of a part: 64, or as many as have eight rows each, and at least one.
     *
     * @param rows how many rows the part has
     */
    public static int count(int rows) {
        return Math.clamp(rows / LEAST_ROWS, 1, MOST);
    }
}
