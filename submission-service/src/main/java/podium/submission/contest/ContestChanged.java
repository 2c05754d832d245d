package podium.submission.contest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.submission.definition.ContestDefinition;
import podium.submission.definition.ContestDefinition.Visibility;

/**
 * Event: a whole snapshot of a contest; an older version is ignored.
 *
 * @param deadline in force
 */
public record ContestChanged(
        UUID contestId,
        long version,
        String slug,
        ContestState state,
        Visibility visibility,
        List<String> organizers,
        ContestDefinition definition,
        Instant changedAt,
        Instant deadline,
        @Nullable Instant openedAt,
        @Nullable Instant lastCallAt,
        @Nullable Instant pausedAt,
        @Nullable Instant resumedAt,
        @Nullable Instant closedAt,
        @Nullable String reason) {

    static ContestChanged of(Contest contest, Instant changedAt) {
        Timeline timeline = contest.timeline();
        return new ContestChanged(
                contest.id(),
                contest.version(),
                contest.slug(),
                contest.state(),
                contest.audience(),
                contest.organizers().stream().sorted().toList(),
                contest.definition(),
                changedAt,
                contest.deadline(),
                timeline.openedAt(),
                timeline.lastCallAt(),
                timeline.pausedAt(),
                timeline.resumedAt(),
                timeline.closedAt(),
                contest.reason());
    }
}
