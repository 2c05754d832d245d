package podium.submission.outcome;

import java.time.Instant;
import java.util.UUID;

/** Event of scoring-service: it could not be scored, through our fault. */
public record SubmissionFailed(UUID submissionId, String reason, Instant failedAt) {}
