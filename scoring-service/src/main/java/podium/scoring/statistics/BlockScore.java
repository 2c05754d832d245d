package podium.scoring.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * A score on a part of a holdout, and what it would be without each of the part's blocks of rows. That is all that errors
 * and comparisons need, for any metric, so no loss of a single row is kept.
 *
 * <p>Standard errors are those of the delete-one-block jackknife (Efron and Tibshirani, An Introduction to the Bootstrap,
 * section 11): with B blocks and the scores t(b) without block b, {@code sqrt((B - 1) / B * sum (t(b) - mean t)^2)}.
 *
 * @param value the score, not rounded
 * @param withoutBlock for each block the score without its rows, NaN where there is none; shared, nobody writes to it
 */
@SuppressWarnings(
        "ArrayRecordComponent") // up to 64 numbers for each of many submissions; equality is by content, below
public record BlockScore(double value, double[] withoutBlock) {
    /** 97.5 % of a normal distribution lie below: the half-width of a 95 % interval in standard errors. */
    static final double HALF_WIDTH_95 = 1.959964;

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

    public BlockScore {
        if (!Double.isFinite(value) || withoutBlock.length > Blocks.MOST) {
            throw new IllegalArgumentException("Not a score with at most " + Blocks.MOST + " blocks");
        }
    }

    /**
     * A score as a metric gives it.
     *
     * @param withoutBlock the score without each of 64 blocks, those that the part does not use included
     * @param rows how many rows the part has
     */
    public static BlockScore of(double value, double[] withoutBlock, int rows) {
        return new BlockScore(value, Arrays.copyOf(withoutBlock, Blocks.count(rows)));
    }

    /**
     * The standard error of the score.
     *
     * @return infinity where it is not known: there are fewer than two blocks, or there is no score without one of them
     */
    public double standardError() {
        return jackknife(withoutBlock);
    }

    /**
     * The standard error of the difference of two scores on the same blocks of the same rows. What both get right or wrong
     * together cancels out, so this is much less than the scores' own errors say.
     *
     * @return infinity where it is not known, as for one score
     * @throws IllegalArgumentException the scores have different numbers of blocks
     */
    public double standardErrorOfDifference(BlockScore other) {
        int blocks = withoutBlock.length;
        if (blocks != other.withoutBlock.length) {
            throw new IllegalArgumentException(
                    "Scores with " + blocks + " and " + other.withoutBlock.length + " blocks are not of the same rows");
        }
        double[] differences = new double[blocks];
        for (int b = 0; b < blocks; b++) {
            differences[b] = withoutBlock[b] - other.withoutBlock[b];
        }
        return jackknife(differences);
    }

    /**
     * Half the width of the score's 95 % interval, with two significant digits: more would tell the score more exactly than
     * it was released.
     *
     * @throws IllegalStateException the error is not known
     */
    public BigDecimal shownHalfWidth() {
        double error = standardError();
        if (!Double.isFinite(error)) {
            throw new IllegalStateException("The error of the score is not known");
        }
        return new BigDecimal(HALF_WIDTH_95 * error).round(TWO_DIGITS);
    }

    private static double jackknife(double[] withoutBlock) {
        int blocks = withoutBlock.length;
        if (blocks < 2) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        for (double value : withoutBlock) {
            sum += value;
        }
        double mean = sum / blocks;
        double squares = 0;
        for (double value : withoutBlock) {
            squares += (value - mean) * (value - mean);
        }
        double error = Math.sqrt((blocks - 1.0) / blocks * squares);
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlockScore(double otherValue, double[] otherWithout)
                && Double.compare(value, otherValue) == 0
                && Arrays.equals(withoutBlock, otherWithout);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(value) + Arrays.hashCode(withoutBlock);
    }

    /** Without numbers: a record's own text ends up in logs, and a score that is not released must not. */
    @Override
    public String toString() {
        return "BlockScore[" + withoutBlock.length + " blocks]";
    }
}
