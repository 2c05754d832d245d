package podium.leaderboard.standing;

import java.math.BigDecimal;
import java.util.Locale;

/** Which way a contest's scores are better. */
public enum Direction {
    /** Less is better, as with an error. */
    MINIMIZE,
    /** More is better, as with an accuracy. */
    MAXIMIZE;

    /**
     * Reads the word of events and APIs.
     *
     * @throws IllegalArgumentException for any other word than {@code minimize} and {@code maximize}
     */
    public static Direction of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The word of events and APIs: {@code minimize} or {@code maximize}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Negative when {@code a} is the better score, positive when {@code b} is, zero when they are the same number. */
    public int compare(BigDecimal a, BigDecimal b) {
        return this == MINIMIZE ? a.compareTo(b) : b.compareTo(a);
    }
}
