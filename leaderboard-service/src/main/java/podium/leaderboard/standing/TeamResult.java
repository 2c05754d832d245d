package podium.leaderboard.standing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * What a team has reached on one board: its best submission, and how many counted. The same submissions give the same
 * result in whatever order they are added.
 *
 * @param best the submission that stands for the team
 * @param submissions how many submissions counted, the best one included
 */
public record TeamResult(Scored best, int submissions) {

    /**
     * A submission with its score.
     *
     * @param submissionId the submission
     * @param score rounded to the contest's decimals
     * @param acceptedAt when it was accepted
     */
    public record Scored(UUID submissionId, BigDecimal score, Instant acceptedAt) {

        boolean before(Scored other, Direction direction) {
            int byScore = direction.compare(score, other.score);
            if (byScore != 0) {
                return byScore < 0;
            }
            int byTime = acceptedAt.compareTo(other.acceptedAt);
            return byTime != 0 ? byTime < 0 : Uuids.compare(submissionId, other.submissionId) < 0;
        }
    }

    /** The result of a team with this one submission. */
    public static TeamResult of(Scored first) {
        return new TeamResult(first, 1);
    }

    /** The result with one submission more, which must not have been added before. */
    public TeamResult with(Scored another, Direction direction) {
        return new TeamResult(another.before(best, direction) ? another : best, submissions + 1);
    }
}
