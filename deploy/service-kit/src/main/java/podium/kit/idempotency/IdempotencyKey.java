package podium.kit.idempotency;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import podium.kit.problem.ProblemException;
import podium.kit.problem.Problems;

/**
 * The client's name for one request.
 *
 * @param scope who sends it to where; keys of different scopes do not meet
 * @param key the header {@code Idempotency-Key}: 1 to 255 visible ASCII characters
 */
public record IdempotencyKey(String scope, String key) {
    private static final int LONGEST = 255;

    /** The header of the key. */
    public static final String HEADER = "Idempotency-Key";

    public IdempotencyKey {
        if (key.isEmpty() || key.length() > LONGEST || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw Problems.badRequest(
                    "idempotency-key-malformed",
                    "Idempotency-Key has 1 to " + LONGEST + " visible ASCII characters; a random UUID is a good one.");
        }
    }

    /**
     * The key of a request.
     *
     * @param caller the subject of the caller, or what stands for nobody
     * @param method the HTTP method
     * @param path the path of the request
     * @param header the header's value, null if there was none
     * @return empty if the client sent no key
     * @throws ProblemException 400 {@code idempotency-key-malformed}
     */
    public static Optional<IdempotencyKey> of(String caller, String method, String path, @Nullable String header) {
        return header == null
                ? Optional.empty()
                : Optional.of(new IdempotencyKey(caller + " " + method + " " + path, header.strip()));
    }
}
