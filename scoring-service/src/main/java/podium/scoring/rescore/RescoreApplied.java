package podium.scoring.rescore;

import java.time.Instant;
import java.util.UUID;

/** Event: a contest has a new scoring version, and so many scores of it were told. See docs/contracts. */
public record RescoreApplied(UUID contestId, int scoringVersion, int count, Instant switchedAt, Instant appliedAt) {
    static final String TOPIC = "scores";
}
