package podium.leaderboard.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import podium.leaderboard.standing.TeamResult;

/**
 * The event of that name, as far as boards need it.
 *
 * @param direction {@code minimize} or {@code maximize}
 */
record SubmissionScored(
        UUID submissionId,
        UUID contestId,
        UUID teamId,
        int scoringVersion,
        String direction,
        int decimals,
        BigDecimal releasedScore,
        Instant acceptedAt,
        Instant scoredAt) {

    /** The submission with its score; it is rounded already, and rounding it again makes its number of decimals exact. */
    TeamResult.Scored scored() {
        return new TeamResult.Scored(
                submissionId, releasedScore.setScale(decimals, RoundingMode.HALF_EVEN), acceptedAt);
    }
}
