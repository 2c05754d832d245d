package podium.submission.terms;

import java.time.Instant;
import java.util.UUID;

/**
 * Event: a snapshot of one person's standing in one contest; an older version is ignored.
 *
 * @param status invited, accepted or removed
 */
public record EntrantChanged(UUID contestId, String subjectId, long version, String status, Instant changedAt) {}
