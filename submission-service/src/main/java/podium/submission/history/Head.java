package podium.submission.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of a contest's chain.
 *
 * @param sequence of the last sealed entry, 0 if there is none
 * @param hash of that one, {@link HashChain#START} if there is none
 * @param sealedAt when it was sealed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Head(long sequence, String hash, @Nullable Instant sealedAt) {}
