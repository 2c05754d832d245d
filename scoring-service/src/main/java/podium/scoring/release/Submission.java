package podium.scoring.release;

import java.time.Instant;
import java.util.UUID;

/**
 * A submission that was accepted.
 *
 * @param id the submission
 * @param contestId the contest it is for
 * @param teamId the team that sent it
 * @param ordinal its place in the team's sequence, from 1, without gaps
 * @param acceptedAt when it was accepted; decides ties
 */
public record Submission(UUID id, UUID contestId, UUID teamId, int ordinal, Instant acceptedAt) {}
