package podium.scoring.reveal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Event: the private score of a selected submission, once the contest is settled. See docs/contracts. */
public record PrivateScoreRevealed(
        UUID submissionId,
        UUID contestId,
        UUID teamId,
        int ordinal,
        BigDecimal privateScore,
        String metric,
        String direction,
        int decimals,
        String selection,
        Instant acceptedAt,
        Instant revealedAt) {}
