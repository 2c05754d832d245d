package podium.submission.contest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a contest is in its course; it only moves forward. */
public enum ContestState {
    /** Seen by its organizers only; the definition can change. */
    DRAFT,
    OPEN,
    /** No new uploads; what was in progress has the grace. */
    CLOSED,
    /** Over for good: the keys of its data are destroyed. */
    ARCHIVED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ContestState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
