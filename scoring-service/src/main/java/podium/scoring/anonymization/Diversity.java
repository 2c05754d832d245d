package podium.scoring.anonymization;

import java.util.Arrays;

/**
 * l-diversity (Machanavajjhala et al. 2007): what a class has to have of a sensitive column, so that being in it says little
 * of the value.
 *
 * @param l at least 1
 * @param entropy whether e to the entropy of the values counts, rather than how many distinct ones there are
 */
public record Diversity(double l, boolean entropy) {
    /** What rounding may cost a class whose values are exactly even. */
    private static final double TOLERANCE = 1e-9;

    public Diversity {
        if (!(l >= 1)) {
            throw new IllegalArgumentException("l is at least 1");
        }
    }

    /**
     * The diversity of a class.
     *
     * @param counts how often each sensitive value occurs in it; those that do not are 0
     */
    public double of(int[] counts) {
        if (!entropy) {
            return Arrays.stream(counts).filter(count -> count > 0).count();
        }
        double rows = Arrays.stream(counts).asLongStream().sum();
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                bits -= count / rows * Math.log(count / rows);
            }
        }
        return Math.exp(bits);
    }

    /** Whether a class of such a diversity may be published. */
    public boolean enough(double diversity) {
        return diversity >= l - TOLERANCE;
    }

    /** Whether a class that has enough keeps it whatever it is merged with: only distinct values do. */
    boolean monotonic() {
        return !entropy;
    }
}
