package podium.submission.data;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event of scoring-service: one step of a dataset's way, for the contest's history.
 *
 * @param actor the person who took it; null for scoring-service itself
 */
public record DatasetAudited(
        UUID contestId,
        UUID auditId,
        String step,
        @Nullable String actor,
        Map<String, String> detail,
        Instant auditedAt) {

    public DatasetAudited {
        detail = Map.copyOf(detail);
    }
}
