package podium.submission.contest;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The instants of a contest. They decide what an upload that was received at some moment may do, whatever the state in which it
 * is looked at.
 *
 * @param closesAt the deadline while it is not closed: the definition's, or the end of last call
 * @param announcedAt when it was first seen by others than its organizers
 * @param openedAt null before
 * @param lastCallAt when a released score reached the target
 * @param pausedAt when the last pause began
 * @param resumedAt when the last pause ended; null while it lasts
 * @param closedAt the moment that deadlines are held against, once it is closed or cancelled
 * @param settledAt when its accepted count became final
 */
public record Timeline(
        Instant closesAt,
        @Nullable Instant announcedAt,
        @Nullable Instant openedAt,
        @Nullable Instant lastCallAt,
        @Nullable Instant pausedAt,
        @Nullable Instant resumedAt,
        @Nullable Instant closedAt,
        @Nullable Instant settledAt) {

    /** A contest that has only a deadline. */
    public static Timeline until(Instant closesAt) {
        return new Timeline(closesAt, null, null, null, null, null, null, null);
    }

    /** The deadline in force: when it closed, or when it will. */
    public Instant deadline() {
        return closedAt != null ? closedAt : closesAt;
    }

    /** Whether the contest was paused at that moment. Of its pauses the last is known: no upload lives through two. */
    public boolean pausedAt(Instant instant) {
        return pausedAt != null && !instant.isBefore(pausedAt) && (resumedAt == null || instant.isBefore(resumedAt));
    }

    /**
     * Whether an upload that was received then may begin. The deadline is held against the moment of receipt, so one that
     * was received in time may begin after the close, as long as the contest is not settled.
     */
    boolean takesUploadsOf(Instant receivedAt) {
        return openedAt != null
                && settledAt == null
                && !receivedAt.isBefore(openedAt)
                && receivedAt.isBefore(deadline())
                && !pausedAt(receivedAt);
    }

    /** Until when an upload that was received before may be accepted: the deadline, or a pause that lasts, and the grace. */
    Instant lastAcceptance(Duration grace) {
        Instant end = pausedAt != null && resumedAt == null && pausedAt.isBefore(deadline()) ? pausedAt : deadline();
        return end.plus(grace);
    }
}
