package podium.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import podium.kit.event.EventConfig;
import podium.kit.event.EventJson;

/**
 * Takes events in the transaction that changes the state they tell of: both are committed, or neither.
 *
 * <p>The relay of any replica sends them to Kafka afterwards, at least once and in no promised order.
 */
@ApplicationScoped
public class Outbox {

    // One round trip. The notification is delivered when the transaction commits, and wakes every replica's relay.
    private static final String APPEND = """
            with appended as (
                insert into outbox (id, topic, key, type, payload, occurred_at) values (?, ?, ?, ?, ?, ?)
                on conflict (id) do nothing
                returning id)
            select pg_notify(?, ?) from appended
            """;

    private final DataSource database;
    private final EventConfig names;

    Outbox(DataSource database, EventConfig names) {
        this.database = database;
        this.names = names;
    }

    /**
     * Adds an event to the caller's transaction. An id that is still in the outbox is not added again.
     *
     * @param topic Kafka topic
     * @param key what the event is about; becomes the record's key and the event's subject
     * @param eventId identity of the fact, the same if it is ever sent again
     * @param time when it happened; cut to milliseconds
     * @param payload a record; its simple name is the event's type
     * @throws jakarta.transaction.TransactionalException when there is no transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(String topic, String key, UUID eventId, Instant time, Object payload) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(APPEND)) {
            statement.setObject(1, eventId);
            statement.setString(2, topic);
            statement.setString(3, key);
            statement.setString(4, names.typePrefix() + payload.getClass().getSimpleName());
            statement.setString(5, EventJson.write(payload));
            statement.setObject(6, OffsetDateTime.ofInstant(time.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC));
            statement.setString(7, "podium");
            statement.setString(8, "outbox:");
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox did not take event " + eventId, e);
        }
    }
}
