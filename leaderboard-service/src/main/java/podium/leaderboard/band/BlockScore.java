package podium.leaderboard.band;

import java.util.Arrays;
import podium.kit.statistics.Jackknife;

/**
 * A public score, and what it would be without each block of rows.
 *
 * @param value the score, not rounded
 * @param withoutBlock for each block the score without its rows
 */
@SuppressWarnings("ArrayRecordComponent") // 64 numbers for each team of a board, held by this package alone
record BlockScore(double value, double[] withoutBlock) {
    /**
     * Whether the 95 % interval of the difference of two scores holds 0, by the {@link Jackknife} of their paired differences.
     * Scores of different blocks are of different rows and never tied; nor are those whose error is not known.
     */
    boolean isTiedWith(BlockScore other) {
        if (withoutBlock.length != other.withoutBlock.length) {
            return false;
        }
        double[] differences = new double[withoutBlock.length];
        Arrays.setAll(differences, b -> withoutBlock[b] - other.withoutBlock[b]);
        double error = Jackknife.standardError(differences);
        return Double.isFinite(error) && Math.abs(value - other.value) <= Jackknife.HALF_WIDTH_95 * error;
    }

    /** Without the numbers: they are not for logs. */
    @Override
    public String toString() {
        return "BlockScore[" + withoutBlock.length + " blocks]";
    }
}
