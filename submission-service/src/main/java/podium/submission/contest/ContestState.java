package podium.submission.contest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a contest is in its course. What leads from one state to the next is a {@link Move}. */
public enum ContestState {
    /** Seen by its organizers only; the definition can change. */
    DRAFT,
    /** Announced: it opens by the clock. */
    SCHEDULED,
    OPEN,
    /** Open for a fixed period more, since a released score reached the target. */
    LAST_CALL,
    /** Takes no submissions until it is resumed; its deadline stands. */
    PAUSED,
    /** No new uploads; what was in progress has the grace. */
    CLOSED,
    /** The private board is known, its winner is not confirmed. */
    VERIFYING,
    /** The winner is confirmed. */
    AWARDED,
    ENDED_WITHOUT_AWARD,
    /** Given up before its deadline. */
    CANCELLED,
    /** Over for good: the keys of its data are destroyed. */
    ARCHIVED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it has begun and the clock will close it. */
    public boolean running() {
        return this == OPEN || this == LAST_CALL || this == PAUSED;
    }

    /** Whether it comes earlier in the course of a contest. */
    boolean before(ContestState other) {
        return compareTo(other) < 0;
    }

    static ContestState of(String wire) {
        return find(wire).orElseThrow(() -> new IllegalArgumentException("No state of a contest: " + wire));
    }

    static Optional<ContestState> find(String wire) {
        return Arrays.stream(values()).filter(each -> each.wire().equals(wire)).findFirst();
    }
}
