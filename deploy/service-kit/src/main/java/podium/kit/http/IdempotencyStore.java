package podium.kit.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * The answers to requests with an idempotency key, for methods that {@link Idempotent} does not fit: a streamed upload is
 * known by its content only after it was read.
 *
 * <p>Such a method streams the body into a file, and then, in the transaction of its effect, first asks
 * {@link #recall} with the digest of what was stored. If there is an answer it discards the file and sends the answer; if
 * not, it does its work and ends the transaction with {@link #remember}. To save the transfer of a body that is already
 * known, ask {@link #recall} before reading, in a transaction of its own, when the client sent a {@code Content-Digest}.
 */
@ApplicationScoped
public class IdempotencyStore {

    /**
     * The answer that was given to this key. Until the transaction ends no other request with the same key gets past here.
     *
     * @param fingerprint the digest of the request's content
     * @return empty if the key is new: the caller does the work and then calls {@link #remember}
     * @throws ProblemException 409 {@code idempotency-key-in-use} while a duplicate is being processed, 422
     *     {@code idempotency-key-reused} if the key came with another fingerprint
     */
    @Transactional(TxType.MANDATORY)
    public Optional<Response> recall(IdempotencyKey key, String fingerprint) {
        return Optional.empty();
    }

    /** Keeps an answer, to be sent again to whoever sends the same key. Answers other than 2xx are not kept. */
    @Transactional(TxType.MANDATORY)
    public void remember(IdempotencyKey key, String fingerprint, Response answer) {}
}
