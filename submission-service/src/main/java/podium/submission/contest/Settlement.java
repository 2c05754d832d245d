package podium.submission.contest;

import java.time.Instant;
import java.util.UUID;

/** That a contest was settled: when, and the id of the event that told of it. */
public record Settlement(UUID contestId, Instant at, UUID eventId) {}
