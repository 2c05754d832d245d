package podium.submission.contest;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.submission.definition.ContestDefinition;

/**
 * A contest as it was read.
 *
 * @param version rises with every change that other services hear of
 * @param organizers subject ids; never empty
 * @param releasedAt when its data were released; null if not yet
 * @param closedAt the moment that deadlines are held against, once it is closed: the definition's, or when an organizer
 *     closed it
 * @param settledAt when its accepted count became final
 */
public record Contest(
        UUID id,
        String slug,
        long version,
        ContestState state,
        ContestDefinition definition,
        Set<String> organizers,
        int termsVersion,
        String termsSha256,
        @Nullable Instant releasedAt,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant settledAt) {

    public Contest {
        organizers = Set.copyOf(organizers);
    }

    /** Whether this person runs it. */
    public boolean organizedBy(String subject) {
        return organizers.contains(subject);
    }

    /** The deadline in force: when it closed, or when it will. */
    public Instant deadline() {
        return closedAt != null ? closedAt : definition.closesAt();
    }

    /**
     * Whether an upload that was received then may begin. The deadline is held against the moment of receipt, so one that
     * was received in time may begin after the close, as long as the contest is not settled.
     */
    public boolean takesUploadsOf(Instant receivedAt) {
        return state != ContestState.DRAFT
                && settledAt == null
                && receivedAt.isBefore(deadline())
                && (openedAt == null || !receivedAt.isBefore(openedAt));
    }

    /** Whether an upload that was received in time may still be accepted now: until the deadline and its grace are over. */
    public boolean accepts(Instant receivedAt, Instant now) {
        return takesUploadsOf(receivedAt)
                && !now.isAfter(deadline().plus(definition.submissions().grace()));
    }
}
