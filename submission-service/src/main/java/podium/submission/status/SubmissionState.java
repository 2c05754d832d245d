package podium.submission.status;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a submission is. Every accepted one reaches one of the others. */
public enum SubmissionState {
    ACCEPTED,
    SCORED,
    /** The entrant's fault. */
    REJECTED,
    /** Our fault; costs nothing. */
    FAILED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SubmissionState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
