package podium.scoring.statistics;

/**
 * Two submissions compared on the same rows.
 *
 * @param difference the one score less the other
 * @param standardError of the difference, infinity where it is not known
 */
public record Comparison(double difference, double standardError) {

    /**
     * Compares two submissions from their blocks alone, in as many steps as there are blocks.
     *
     * @throws IllegalArgumentException they have different numbers of blocks
     */
    public static Comparison of(BlockScore one, BlockScore other) {
        return new Comparison(one.value() - other.value(), one.standardErrorOfDifference(other));
    }

    /** The difference in standard errors; 0 for two scores that do not differ at all. */
    public double z() {
        return difference == 0 ? 0 : difference / standardError;
    }

    /** Whether the 95 % interval of the difference holds 0: the rows do not tell which of the two is better. */
    public boolean isTie() {
        return Math.abs(difference) <= BlockScore.HALF_WIDTH_95 * standardError;
    }
}
