package podium.scoring.fingerprint;

/**
 * How much two files have in common beyond what all teams have.
 *
 * @param value the correlation of what the consensus does not explain, -1 to 1
 * @param cells how many sampled cells it was computed from
 * @param teams how many other teams the consensus was made of
 */
public record ResidualCorrelation(double value, int cells, int teams) {
    /** Above this two files are for review. */
    private static final double THRESHOLD = 0.99;

    /** Whether the two files are for review. */
    public boolean suspicious() {
        return value > THRESHOLD;
    }

    /** The least correlation of all cells that the sample fits, at some standard errors (Fisher's transformation). */
    public double atLeast(double errors) {
        return shifted(-errors);
    }

    /** The largest correlation of all cells that the sample fits, at some standard errors (Fisher's transformation). */
    public double atMost(double errors) {
        return shifted(errors);
    }

    private double shifted(double errors) {
        if (cells <= 3 || Math.abs(value) >= 1) {
            return value;
        }
        double z = Math.log((1 + value) / (1 - value)) / 2;
        return Math.tanh(z + errors / Math.sqrt(cells - 3));
    }
}
