package podium.submission.team;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Event: a snapshot of a team; an older version is ignored. */
public record TeamChanged(
        UUID contestId,
        UUID teamId,
        long version,
        String name,
        List<String> members,
        boolean removed,
        Instant changedAt) {}
