package podium.submission.overdue;

import java.time.Instant;
import java.util.UUID;

/** Event: the outcome did not come; scoring answers SubmissionFailed unless it has scored in the meantime. */
public record ScoringAbandoned(
        UUID submissionId,
        UUID contestId,
        UUID teamId,
        int ordinal,
        int emissions,
        Instant acceptedAt,
        Instant abandonedAt) {}
