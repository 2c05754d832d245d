package podium.submission.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a contest.
 *
 * @param contest id
 * @param at when, to the millisecond
 * @param kind what, such as {@code state-changed}
 * @param actor the pseudonymous id of the person who did it; null for the clock and for other services
 * @param data what there is to say about it; never a name or an address
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
        UUID id,
        UUID contest,
        Instant at,
        String kind,
        @Nullable String actor,
        ObjectNode data) {}
