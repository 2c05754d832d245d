package podium.scoring.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a score is rounded before anybody sees it.
 *
 * <p>The exact value of the double is rounded to the nearest decimal, exact ties to the even digit. This is what
 * {@code printf("%.4f")} does in C and {@code f"{score:.4f}"} in Python, so that anybody can check a released score with
 * one line in whatever language. A score that rounds to zero has no sign.
 */
public final class Rounding {
    private Rounding() {}

    /**
     * Rounds a score.
     *
     * @param score a finite number
     * @param decimals how many digits after the point, not negative
     * @return the rounded score with that scale
     * @throws NumberFormatException the score is infinite or not a number
     */
    public static BigDecimal round(double score, int decimals) {
        return new BigDecimal(score).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
