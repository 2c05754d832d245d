package podium.scoring.reveal;

import java.time.Instant;
import java.util.UUID;

/** Event: that many private scores were revealed, and no more will be. See docs/contracts. */
public record PrivateScoresComplete(UUID contestId, long count, Instant completedAt) {}
