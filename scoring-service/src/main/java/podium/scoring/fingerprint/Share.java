package podium.scoring.fingerprint;

/**
 * A share of cells, counted in a sample of them.
 *
 * @param count how many of the sampled cells
 * @param of how many were sampled
 * @param all whether these are all cells that there are, so that the share is exact
 */
public record Share(int count, int of, boolean all) {

    /** The share in the sample. */
    public double value() {
        return (double) count / of;
    }

    /** The least share of all cells that the sample fits, at some standard errors (Wilson's score interval). */
    public double atLeast(double errors) {
        return all ? value() : centre(errors) - margin(errors);
    }

    /** The largest share of all cells that the sample fits, at some standard errors (Wilson's score interval). */
    public double atMost(double errors) {
        return all ? value() : centre(errors) + margin(errors);
    }

    private double centre(double z) {
        return (value() + z * z / (2 * of)) / (1 + z * z / of);
    }

    private double margin(double z) {
        double p = value();
        return z / (1 + z * z / of) * Math.sqrt(p * (1 - p) / of + z * z / (4.0 * of * of));
    }
}
