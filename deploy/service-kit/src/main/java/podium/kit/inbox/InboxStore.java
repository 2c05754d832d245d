package podium.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import podium.kit.event.Event;

/** The tables {@code inbox} and {@code inbox_waiting}. Everything happens in the caller's transaction. */
@ApplicationScoped
class InboxStore {

    private static final String NOTE = "insert into inbox (event_id) values (?) on conflict do nothing";
    private static final String PARK = """
            insert into inbox_waiting
                (event_id, topic, key, type, source, time, payload, waiting_for, next_attempt_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp() + ? * interval '1 millisecond')
            on conflict do nothing
            """;
    private static final String TAKE_DUE = """
            select * from inbox_waiting
            where next_attempt_at <= clock_timestamp() and waiting_for <> all (?)
            order by next_attempt_at
            limit 1
            for update skip locked
            """;
    // After something was handled, waiting for the next attempt's time would only be delay; back-off after failures
    // stays.
    private static final String TAKE_ANY = """
            select * from inbox_waiting
            where tried_at < ? and (failures = 0 or next_attempt_at <= clock_timestamp()) and waiting_for <> all (?)
            order by tried_at
            limit 1
            for update skip locked
            """;
    private static final String POSTPONE = """
            update inbox_waiting
            set waiting_for = coalesce(?, waiting_for), attempts = attempts + 1, failures = ?, tried_at = clock_timestamp(),
                next_attempt_at = clock_timestamp() + ? * interval '1 millisecond'
            where event_id = ?
            """;
    private static final String UNPARK = "delete from inbox_waiting where event_id = ?";
    private static final String FORGET = "delete from inbox where event_id = ?";
    private static final String SWEEP = """
            delete from inbox where ctid = any (array(
                select ctid from inbox
                where handled_at < clock_timestamp() - ? * interval '1 second'
                  and not exists (select from inbox_waiting waiting where waiting.event_id = inbox.event_id)
                limit ?))
            """;
    private static final String MEASURE = """
            select count(*), coalesce(extract(epoch from clock_timestamp() - min(since)), 0) from inbox_waiting
            """;

    private final DataSource database;

    InboxStore(DataSource database) {
        this.database = database;
    }

    /**
     * Notes the id; false when it was noted before. Waits for another transaction that is noting the same id, so that of
     * two deliveries at once one has the effect and the other knows.
     */
    boolean note(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(NOTE)) {
            statement.setObject(1, id);
            return statement.executeUpdate() == 1;
        }
    }

    void park(IncomingEvent incoming, String forWhat, Duration pause) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(PARK)) {
            var event = incoming.event();
            statement.setObject(1, event.id());
            statement.setString(2, incoming.topic());
            statement.setString(3, event.key());
            statement.setString(4, event.type());
            statement.setString(5, event.source());
            statement.setObject(6, OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC));
            statement.setBytes(7, event.data());
            statement.setString(8, forWhat);
            statement.setLong(9, pause.toMillis());
            statement.executeUpdate();
        }
    }

    /** An event whose next attempt is due, locked; none that waits for what is in {@code without}. */
    Optional<WaitingEvent> takeDue(Collection<String> without) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(TAKE_DUE)) {
            statement.setArray(1, connection.createArrayOf("text", without.toArray()));
            return waiting(statement.executeQuery());
        }
    }

    /** An event that was not tried since then, due or not, locked. */
    Optional<WaitingEvent> takeAny(OffsetDateTime notTriedSince, Collection<String> without) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(TAKE_ANY)) {
            statement.setObject(1, notTriedSince);
            statement.setArray(2, connection.createArrayOf("text", without.toArray()));
            return waiting(statement.executeQuery());
        }
    }

    void unpark(UUID id) throws SQLException {
        update(UNPARK, id);
    }

    /** As if the event had never come: it may be sent again. */
    void forget(UUID id) throws SQLException {
        update(FORGET, id);
    }

    void postpone(WaitingEvent waiting, Optional<String> forWhat, int failures, Duration pause) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(POSTPONE)) {
            statement.setString(1, forWhat.orElse(null));
            statement.setInt(2, failures);
            statement.setLong(3, pause.toMillis());
            statement.setObject(4, waiting.id());
            statement.executeUpdate();
        }
    }

    /** Deletes up to so many ids that are older than the retention, and says how many. */
    int sweep(Duration retention, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SWEEP)) {
            statement.setLong(1, retention.toSeconds());
            statement.setInt(2, limit);
            return statement.executeUpdate();
        }
    }

    Parked measure() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(MEASURE);
                var row = statement.executeQuery()) {
            row.next();
            return new Parked(row.getLong(1), row.getDouble(2));
        }
    }

    OffsetDateTime now() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select clock_timestamp()");
                var row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        }
    }

    private void update(String sql, UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }

    private static Optional<WaitingEvent> waiting(ResultSet result) throws SQLException {
        try (var row = result) {
            if (!row.next()) {
                return Optional.empty();
            }
            var event = new Event<>(
                    row.getObject("event_id", UUID.class),
                    row.getString("type"),
                    row.getString("source"),
                    row.getObject("time", OffsetDateTime.class).toInstant(),
                    row.getString("key"),
                    row.getBytes("payload"));
            return Optional.of(new WaitingEvent(
                    new IncomingEvent(row.getString("topic"), event),
                    row.getString("waiting_for"),
                    row.getInt("attempts"),
                    row.getInt("failures")));
        }
    }

    /** How many events wait, and since how many seconds the oldest does. */
    record Parked(long count, double oldestSeconds) {}
}
