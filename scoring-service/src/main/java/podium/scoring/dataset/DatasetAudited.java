package podium.scoring.dataset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event: one step of a dataset's way, for the contest's history.
 *
 * @param actor the pseudonymous id of the person whose step it was, null for the platform's own
 * @param detail digests, counts and names of columns, never values
 */
public record DatasetAudited(
        UUID contestId,
        UUID auditId,
        Step step,
        @Nullable String actor,
        Map<String, String> detail,
        Instant auditedAt) {

    /** What happened. */
    public enum Step {
        RAW_RECEIVED,
        RAW_DROPPED,
        HIERARCHY_RECEIVED,
        PLAN_RECEIVED,
        STAGE_DONE,
        LINTS_CHECKED,
        ATTACKED,
        UTILITY_MEASURED,
        REFUSED,
        READY,
        APPROVED,
        RELEASED,
        FAILED,
        KEYS_DESTROYED;

        /** The word for it in the event. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
