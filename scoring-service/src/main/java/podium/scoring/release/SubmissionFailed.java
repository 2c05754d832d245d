package podium.scoring.release;

import java.time.Instant;
import java.util.UUID;

/** Event: there is no score, and it is not the entrant's fault. See docs/contracts. */
public record SubmissionFailed(
        UUID submissionId,
        UUID contestId,
        UUID teamId,
        int ordinal,
        String reason,
        Instant acceptedAt,
        Instant failedAt) {}
