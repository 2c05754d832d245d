package podium.submission.contest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.submission.definition.ContestDefinition;
import podium.submission.definition.ContestDefinition.Visibility;

/** Event: a whole snapshot of a contest; an older version is ignored. */
public record ContestChanged(
        UUID contestId,
        long version,
        String slug,
        ContestState state,
        Visibility visibility,
        List<String> organizers,
        ContestDefinition definition,
        Instant changedAt,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt) {

    static ContestChanged of(Contest contest, Instant changedAt) {
        return new ContestChanged(
                contest.id(),
                contest.version(),
                contest.slug(),
                contest.state(),
                contest.definition().visibility(),
                contest.organizers().stream().sorted().toList(),
                contest.definition(),
                changedAt,
                contest.openedAt(),
                contest.closedAt());
    }
}
