package podium.scoring.release;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Event: the released score of a submission, and nothing that the public may not know. See docs/contracts. */
public record SubmissionScored(
        UUID submissionId,
        UUID contestId,
        UUID teamId,
        int ordinal,
        int scoringVersion,
        String metric,
        String direction,
        int decimals,
        BigDecimal releasedScore,
        Instant acceptedAt,
        Instant scoredAt) {}
