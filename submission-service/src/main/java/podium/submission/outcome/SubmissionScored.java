package podium.submission.outcome;

import java.time.Instant;
import java.util.UUID;
import podium.submission.definition.ContestDefinition.Direction;

/**
 * Event of scoring-service: the released score of a submission.
 *
 * @param scoringVersion rises with each rescore of the contest
 * @param releasedScore rounded to the contest's decimals
 */
public record SubmissionScored(
        UUID submissionId,
        UUID contestId,
        int scoringVersion,
        Direction direction,
        double releasedScore,
        Instant scoredAt) {}
