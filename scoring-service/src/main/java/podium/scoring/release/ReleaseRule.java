package podium.scoring.release;

import java.math.BigDecimal;
import java.util.Optional;
import podium.scoring.metric.Rounding;

/**
 * Decides how much of a public score a team may see. Pure; applied to the scores of a team one after the other in the order
 * of its ordinals, never to two at a time. A Ladder (contest-wide setting) is another implementation.
 */
@FunctionalInterface
public interface ReleaseRule {

    /**
     * The score to release.
     *
     * @param previous what was released for the team's scored submission before, empty for its first
     * @param publicScore the score of this one on the public part, not rounded
     */
    BigDecimal release(Optional<BigDecimal> previous, double publicScore);

    /** Releases every public score, rounded as {@link Rounding} says. */
    static ReleaseRule rounded(int decimals) {
        return (_, publicScore) -> Rounding.round(publicScore, decimals);
    }
}
