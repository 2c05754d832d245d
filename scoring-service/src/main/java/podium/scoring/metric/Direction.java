package podium.scoring.metric;

import java.math.BigDecimal;

/** Which way of a metric is better. */
public enum Direction {
    /** Smaller is better: an error. */
    MINIMIZE,
    /** Larger is better: a share of what is right. */
    MAXIMIZE;

    /** Whether a score is better than another one; equal scores are not. */
    public boolean isBetter(BigDecimal score, BigDecimal than) {
        return this == MINIMIZE ? score.compareTo(than) < 0 : score.compareTo(than) > 0;
    }

    /** The word for it in events: {@code minimize} or {@code maximize}. */
    public String wireName() {
        return this == MINIMIZE ? "minimize" : "maximize";
    }

    /**
     * Reads the word of {@link #wireName()}.
     *
     * @throws IllegalArgumentException it is neither of the two
     */
    public static Direction ofWireName(String name) {
        return switch (name) {
            case "minimize" -> MINIMIZE;
            case "maximize" -> MAXIMIZE;
            default -> throw new IllegalArgumentException("Not a direction: " + name);
        };
    }
}
