package podium.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import podium.kit.problem.ProblemException;
import podium.kit.problem.Problems;
import podium.kit.time.TimeSource;

/**
 * The answers to requests with an idempotency key, for methods that {@link Idempotent} does not fit: a streamed upload is
 * known by its content only after it was read.
 *
 * <p>Such a method streams the body into a file, and then, in the transaction of its effect, first asks {@link #recall} with
 * the digest of what was stored. If there is an answer it discards the file and sends the answer; if not, it does its work
 * and ends the transaction with {@link #remember}. To save the transfer of a body that is already known, ask {@link #recall}
 * before reading, in a transaction of its own, when the client sent a {@code Content-Digest}.
 */
@ApplicationScoped
public class IdempotencyStore {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final DataSource database;
    private final TimeSource time;
    private final ObjectMapper json;
    private final Duration keep;

    /** @param keep for how long an answer is kept: {@code podium.kit.idempotency.keep}, 24 hours */
    @Inject
    IdempotencyStore(
            DataSource database,
            TimeSource time,
            ObjectMapper json,
            @ConfigProperty(name = "podium.kit.idempotency.keep", defaultValue = "24h") Duration keep) {
        this.database = database;
        this.time = time;
        this.json = json;
        this.keep = keep;
    }

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
        try (Connection connection = database.getConnection()) {
            if (!lock(connection, key)) {
                throw Problems.conflict(
                                "idempotency-key-in-use",
                                "A request with this Idempotency-Key is being processed; send it again to get its answer.")
                        .header(HttpHeaders.RETRY_AFTER, Problems.seconds(RETRY_AFTER));
            }
            return find(connection, key, fingerprint);
        } catch (SQLException e) {
            throw new IllegalStateException("The idempotency key cannot be looked up", e);
        }
    }

    /** Keeps an answer, to be sent again to whoever sends the same key. Answers other than 2xx are not kept. */
    @Transactional(TxType.MANDATORY)
    public void remember(IdempotencyKey key, String fingerprint, Response answer) {
        if (answer.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into idempotency
                            (scope, key, fingerprint, status, location, etag, content_type, body, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (scope, key) do update set
                            fingerprint = excluded.fingerprint, status = excluded.status, location = excluded.location,
                            etag = excluded.etag, content_type = excluded.content_type, body = excluded.body,
                            expires_at = excluded.expires_at
                        """)) {
            insert.setString(1, key.scope());
            insert.setString(2, key.key());
            insert.setString(3, fingerprint);
            insert.setInt(4, answer.getStatus());
            insert.setString(5, answer.getHeaderString(HttpHeaders.LOCATION));
            insert.setString(6, answer.getHeaderString(HttpHeaders.ETAG));
            insert.setString(7, contentType(answer));
            insert.setBytes(8, body(answer));
            insert.setObject(9, now().plus(keep));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The answer to an idempotency key cannot be kept", e);
        }
    }

    /** Forgets what has expired. */
    @Transactional
    void sweep() {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from idempotency where expires_at <= ?")) {
            delete.setObject(1, now());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Idempotency keys cannot be swept", e);
        }
    }

    /** Held until the transaction ends, also by a crash; two keys with the same hash only disturb each other. */
    private static boolean lock(Connection connection, IdempotencyKey key) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, "idempotency " + key.scope() + " " + key.key());
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private Optional<Response> find(Connection connection, IdempotencyKey key, String fingerprint) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select fingerprint, status, location, etag, content_type, body
                from idempotency where scope = ? and key = ? and expires_at > ?
                """)) {
            select.setString(1, key.scope());
            select.setString(2, key.key());
            select.setObject(3, now());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!row.getString(1).equals(fingerprint)) {
                    throw Problems.unprocessable(
                            "idempotency-key-reused",
                            "This Idempotency-Key came with another request before; take a new key for a new request.");
                }
                return Optional.of(answer(row));
            }
        }
    }

    private static Response answer(ResultSet row) throws SQLException {
        byte[] body = row.getBytes(6);
        return Response.status(row.getInt(2))
                .header(HttpHeaders.LOCATION, row.getString(3))
                .header(HttpHeaders.ETAG, row.getString(4))
                .header("Idempotency-Replayed", "true")
                .entity(body.length == 0 ? null : body)
                .type(row.getString(5))
                .build();
    }

    private static String contentType(Response answer) {
        MediaType type = answer.getMediaType();
        return type == null ? MediaType.APPLICATION_JSON : type.toString();
    }

    private byte[] body(Response answer) {
        try {
            return switch (answer.getEntity()) {
                case null -> new byte[0];
                case byte[] bytes -> bytes;
                case String text -> text.getBytes(StandardCharsets.UTF_8);
                case Object entity -> json.writeValueAsBytes(entity);
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }

    private OffsetDateTime now() {
        return time.now().atOffset(ZoneOffset.UTC);
    }
}
