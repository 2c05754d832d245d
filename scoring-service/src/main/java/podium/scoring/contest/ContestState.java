package podium.scoring.contest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a contest stands on its way; submission-service decides. */
public enum ContestState {
    DRAFT,
    /** Will open by the clock. */
    SCHEDULED,
    OPEN,
    /** Open for the last time: a score has reached the target. */
    LAST_CALL,
    /** Takes no submissions for a while. */
    PAUSED,
    CLOSED,
    /** The private board is known, its winner is not confirmed. */
    VERIFYING,
    AWARDED,
    ENDED_WITHOUT_AWARD,
    /** Given up before its end. */
    CANCELLED,
    /** Its keys are destroyed, or about to be. */
    ARCHIVED;

    /** The word of events and tables. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ContestState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
