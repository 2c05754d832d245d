package podium.scoring.release;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import podium.scoring.contest.BoardRules;
import podium.scoring.metric.Direction;
import podium.scoring.metric.Rounding;
import podium.scoring.statistics.BlockScore;

/**
 * Decides how much of a public score a team may see. Pure; applied to the scores of a team one after the other in the order
 * in which they are released, never to two at a time. To apply it again to the same sequence gives the same releases.
 */
@FunctionalInterface
public interface ReleaseRule {

    /**
     * What a team is told next.
     *
     * @param last what was released for the team's scored submission before, empty for its first
     * @param score the public score of this one, not rounded
     * @return this submission's own score as it is released; empty if {@code last} is repeated, which the first never is
     */
    Optional<LastRelease> release(Optional<LastRelease> last, BlockScore score);

    /**
     * The rule of a contest.
     *
     * @param rules the contest's setting
     * @param direction which way is better
     * @param decimals the decimals that the contest shows
     * @param rows how many rows the public part has
     */
    static ReleaseRule of(BoardRules rules, Direction direction, int decimals, int rows) {
        return switch (rules.release()) {
            case ROUNDED -> rounded(decimals);
            case LADDER -> Ladder.parameterFree(direction, decimals, rows);
            case LADDER_FIXED -> Ladder.fixedStep(direction, decimals, requireNonNull(rules.step()));
        };
    }

    /** Releases every public score, rounded as {@link Rounding} says. */
    static ReleaseRule rounded(int decimals) {
        return (_, score) -> Optional.of(new LastRelease(Rounding.round(score.value(), decimals), score));
    }
}
