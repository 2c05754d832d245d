package podium.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import podium.kit.event.Event;

/** The table {@code outbox}. Everything happens in the caller's transaction. */
@ApplicationScoped
class OutboxStore {

    private static final String APPEND = """
            insert into outbox (id, topic, key, type, payload, occurred_at) values (?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """;
    private static final String TAKE = """
            select id, topic, key, type, payload, occurred_at, attempts,
                   extract(epoch from clock_timestamp() - created_at) as age
            from outbox
            where next_attempt_at <= clock_timestamp() and topic <> all (?)
            order by position
            limit ?
            for update skip locked
            """;
    private static final String DELETE = "delete from outbox where id = any (?)";
    private static final String POSTPONE = """
            update outbox set attempts = attempts + 1, next_attempt_at = clock_timestamp() + ? * interval '1 millisecond'
            where id = ?
            """;
    private static final String MEASURE = """
            select count(*), coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0) from outbox
            """;

    private final DataSource database;
    private final String source;

    OutboxStore(DataSource database, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.source = "/" + service;
    }

    void append(String topic, String key, UUID id, String type, Instant time, String payload) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(APPEND)) {
            statement.setObject(1, id);
            statement.setString(2, topic);
            statement.setString(3, key);
            statement.setString(4, type);
            statement.setString(5, payload);
            statement.setObject(6, OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    /** The oldest events that are due and that no other relay holds, locked until the transaction ends. */
    List<OutboxRow> take(int limit, Collection<String> withoutTopics) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(TAKE)) {
            statement.setArray(1, connection.createArrayOf("text", withoutTopics.toArray()));
            statement.setInt(2, limit);
            return rows(statement);
        }
    }

    void delete(Collection<UUID> ids) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            statement.executeUpdate();
        }
    }

    void postpone(UUID id, Duration pause) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(POSTPONE)) {
            statement.setLong(1, pause.toMillis());
            statement.setObject(2, id);
            statement.executeUpdate();
        }
    }

    Backlog measure() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(MEASURE);
                var row = statement.executeQuery()) {
            row.next();
            return new Backlog(row.getLong(1), row.getDouble(2));
        }
    }

    private List<OutboxRow> rows(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            var rows = new ArrayList<OutboxRow>();
            while (row.next()) {
                var event = new Event<>(
                        row.getObject("id", UUID.class),
                        row.getString("type"),
                        source,
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        row.getString("key"),
                        row.getString("payload").getBytes(UTF_8));
                var age = Duration.ofNanos((long) (row.getDouble("age") * 1e9));
                rows.add(new OutboxRow(row.getString("topic"), event, row.getInt("attempts"), age));
            }
            return rows;
        }
    }

    /** How many events wait, and since how many seconds the oldest does. */
    record Backlog(long depth, double oldestSeconds) {}
}
