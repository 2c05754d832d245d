package podium.leaderboard.band;

/**
 * A public score, and what it would be without each block of rows.
 *
 * @param value the score, not rounded
 * @param withoutBlock for each block the score without its rows
 */
@SuppressWarnings("ArrayRecordComponent") // 64 numbers for each team of a board, held by this package alone
record BlockScore(double value, double[] withoutBlock) {

    /** 97.5 % of a normal distribution lie below. */
    private static final double HALF_WIDTH_95 = 1.959964;

    /**
     * Whether the 95 % interval of the difference of two scores holds 0. The standard error is that of the paired
     * delete-one-block jackknife (Efron and Tibshirani, An Introduction to the Bootstrap, section 11): with B blocks and the
     * differences d(b) without block b, {@code sqrt((B - 1) / B * sum (d(b) - mean d)^2)}. Scores of different blocks are
     * of different rows and never tied.
     */
    boolean isTiedWith(BlockScore other) {
        int blocks = withoutBlock.length;
        if (blocks < 2 || blocks != other.withoutBlock.length) {
            return false;
        }
        double mean = 0;
        for (int b = 0; b < blocks; b++) {
            mean += (withoutBlock[b] - other.withoutBlock[b]) / blocks;
        }
        double squares = 0;
        for (int b = 0; b < blocks; b++) {
            double deviation = withoutBlock[b] - other.withoutBlock[b] - mean;
            squares += deviation * deviation;
        }
        double error = Math.sqrt((blocks - 1.0) / blocks * squares);
        return Math.abs(value - other.value) <= HALF_WIDTH_95 * error;
    }

    /** Without the numbers: they are not for logs. */
    @Override
    public String toString() {
        return "BlockScore[" + withoutBlock.length + " blocks]";
    }
}
