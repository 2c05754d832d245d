package podium.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import podium.kit.event.EventConfig;
import podium.kit.event.EventJson;
import podium.kit.signal.Signals;

/**
 * Takes events in the transaction that changes the state they tell of: both are committed, or neither.
 *
 * <p>The relay of any replica sends them to Kafka afterwards, at least once and in no promised order.
 */
@ApplicationScoped
public class Outbox {

    /** Wakes the relays of all replicas when the transaction commits. */
    static final String CHANNEL = "outbox";

    private final OutboxStore store;
    private final Signals signals;
    private final EventConfig config;

    Outbox(OutboxStore store, Signals signals, EventConfig config) {
        this.store = store;
        this.signals = signals;
        this.config = config;
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
     * @throws IllegalArgumentException when the payload cannot be written as JSON
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(String topic, String key, UUID eventId, Instant time, Object payload) {
        String json = EventJson.write(payload);
        try {
            Instant milliseconds = time.truncatedTo(ChronoUnit.MILLIS);
            store.append(topic, key, eventId, config.typeOf(payload.getClass()), milliseconds, json);
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox did not take event " + eventId, e);
        }
        signals.send(CHANNEL, "");
    }
}
