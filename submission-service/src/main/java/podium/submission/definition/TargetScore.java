package podium.submission.definition;

import java.math.BigDecimal;
import java.time.Duration;
import podium.submission.definition.ContestDefinition.Direction;

/**
 * The score that is looked for. The first released score that reaches it starts last call.
 *
 * @param baseline the score to improve, above 0
 * @param improvement by which part of it, above 0 and at most 1
 * @param lastCallDays how long last call lasts, from then on
 */
public record TargetScore(BigDecimal baseline, BigDecimal improvement, int lastCallDays) {

    /** The score that has to be reached, exactly: no rounding. */
    public BigDecimal score(Direction direction) {
        BigDecimal factor =
                switch (direction) {
                    case MINIMIZE -> BigDecimal.ONE.subtract(improvement);
                    case MAXIMIZE -> BigDecimal.ONE.add(improvement);
                };
        return baseline.multiply(factor);
    }

    /** Whether a released score, as it is shown, reaches it. */
    public boolean reachedBy(double releasedScore, Direction direction) {
        int comparison = BigDecimal.valueOf(releasedScore).compareTo(score(direction));
        return direction == Direction.MINIMIZE ? comparison <= 0 : comparison >= 0;
    }

    /** How long last call lasts. */
    public Duration lastCall() {
        return Duration.ofDays(lastCallDays);
    }
}
