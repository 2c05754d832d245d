package podium.kit.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * Tells once more, from the service's state, what its events told, with the same ids. A service has one bean or several;
 * {@link Republication} runs them, so that a lost Kafka can be rebuilt.
 */
public interface Republisher {

    /**
     * Streams all events that this bean answers for. Runs outside of a transaction, so it reads in pages or opens its own;
     * an exception ends the republication, which may be repeated as a whole.
     */
    void republish(Sink sink);

    /** Where a republisher sends to. Blocks while too many events are on their way. */
    interface Sink {

        /** Sends an event; the parameters are those of {@link Outbox#append}. */
        void send(String topic, String key, UUID eventId, Instant time, Object payload);
    }
}
