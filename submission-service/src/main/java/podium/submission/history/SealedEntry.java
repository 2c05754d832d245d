package podium.submission.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry with its place in the chain.
 *
 * @param sequence from 1, without gaps
 * @param previous the hash of the entry before, {@link HashChain#START} for the first
 * @param hash of everything else in it, see {@link HashChain}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SealedEntry(
        long sequence,
        UUID id,
        UUID contest,
        Instant at,
        String kind,
        @Nullable String actor,
        ObjectNode data,
        String previous,
        String hash) {}
