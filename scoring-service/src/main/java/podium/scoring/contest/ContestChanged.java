package podium.scoring.contest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Event: a whole snapshot of a contest; an older version is ignored. */
record ContestChanged(
        UUID contestId,
        int version,
        String slug,
        ContestState state,
        Visibility visibility,
        List<String> organizers,
        ContestDefinition definition,
        Instant changedAt) {}
