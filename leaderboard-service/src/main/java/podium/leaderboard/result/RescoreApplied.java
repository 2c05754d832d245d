package podium.leaderboard.result;

import java.time.Instant;
import java.util.UUID;

/**
 * The event of that name: a contest has a new scoring version.
 *
 * @param count how many scores of the version there are that were made until {@code switchedAt}; later ones are of new
 *     submissions
 */
record RescoreApplied(UUID contestId, int scoringVersion, int count, Instant switchedAt) {}
