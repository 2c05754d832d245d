package podium.scoring.metric;

/**
 * A closed range of numbers.
 *
 * @param min the smallest number in it, finite
 * @param max the largest, finite
 */
public record Bounds(double min, double max) {
    /** Beyond this, squared errors of some million rows could overflow; no honest prediction comes near. */
    private static final double HUGE = 1e100;

    /** Every number that metrics can add up without overflow. */
    public static final Bounds WIDEST = new Bounds(-HUGE, HUGE);

    /** From 0 to 1. */
    public static final Bounds PROBABILITIES = new Bounds(0, 1);

    public Bounds {
        if (!Double.isFinite(min) || !Double.isFinite(max) || min > max) {
            throw new IllegalArgumentException("Not a range: " + min + " to " + max);
        }
    }

    /** Whether a number is within; NaN is not. */
    public boolean contains(double value) {
        return value >= min && value <= max;
    }

    /** The nearest number within. */
    public double clamp(double value) {
        return Math.clamp(value, min, max);
    }

    /**
     * What both ranges contain.
     *
     * @throws IllegalArgumentException they have nothing in common
     */
    public Bounds and(Bounds other) {
        double largerMin = Math.max(min, other.min);
        double smallerMax = Math.min(max, other.max);
        return new Bounds(largerMin, smallerMax);
    }
}
