package podium.submission.outcome;

import java.time.Instant;
import java.util.UUID;

/**
 * Event of leaderboard-service: judges have confirmed the winner of a contest.
 *
 * @param confirmedBy the judge
 */
public record WinnerConfirmed(
        UUID contestId, UUID teamId, UUID submissionId, String confirmedBy, Instant confirmedAt) {}
