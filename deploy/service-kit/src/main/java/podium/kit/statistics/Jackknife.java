package podium.kit.statistics;

/** The delete-one-block jackknife (Efron and Tibshirani, An Introduction to the Bootstrap, section 11). */
public final class Jackknife {
    /** 97.5 % of a normal distribution lie below: the half-width of a 95 % interval in standard errors. */
    public static final double HALF_WIDTH_95 = 1.959964;

    private Jackknife() {}

    /**
     * The standard error of an estimate: with B blocks and the estimates t(b) without block b,
     * {@code sqrt((B - 1) / B * sum (t(b) - mean t)^2)}. Of the differences of two estimates it is the error of their
     * difference.
     *
     * @param withoutBlock for each block the estimate without it
     * @return infinity where it is not known: there are fewer than two blocks, or one of the estimates is NaN
     */
    public static double standardError(double[] withoutBlock) {
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
}
