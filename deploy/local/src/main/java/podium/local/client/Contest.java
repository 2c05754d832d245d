package podium.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contest as submission-service shows it.
 *
 * @param id its id
 * @param slug its name in URLs
 * @param version of the snapshot
 * @param state {@code draft}, {@code open} or {@code closed}
 * @param data {@code none} or {@code released}
 * @param definition as sent, defaults filled in
 * @param acceptedSubmissions how many so far
 * @param settledAt when its number of submissions was final
 */
public record Contest(
        String id,
        String slug,
        long version,
        String state,
        @Nullable String data,
        JsonNode definition,
        long acceptedSubmissions,
        @Nullable Instant settledAt) {}
