package podium.kit.outbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import podium.kit.event.Event;
import podium.kit.event.EventConfig;
import podium.kit.event.EventJson;
import podium.kit.event.EventProducer;
import podium.kit.event.EventRecords;

/**
 * Sends all events of a service once more, from its state and with their ids, so that a lost Kafka can be rebuilt.
 *
 * <p>They go straight to Kafka, a bounded number at a time, and not through the outbox table: the state is the durable copy,
 * and a republication that fails is simply repeated.
 */
@ApplicationScoped
public class Republication {

    private final List<Republisher> republishers;
    private final EventProducer producer;
    private final EventConfig events;
    private final int inFlight;
    private final String source;
    private final ReentrantLock running = new ReentrantLock();

    Republication(
            @All List<Republisher> republishers,
            EventProducer producer,
            EventConfig events,
            OutboxConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.republishers = republishers;
        this.producer = producer;
        this.events = events;
        this.inFlight = config.republicationsInFlight();
        this.source = "/" + service;
    }

    /**
     * Runs every republisher and returns when Kafka has acknowledged all events.
     *
     * @return how many events were sent to each topic
     * @throws AlreadyRunningException when this replica is at it already
     * @throws IllegalStateException when Kafka did not take an event; what was sent stays sent
     */
    public Map<String, Long> run() {
        if (!running.tryLock()) {
            throw new AlreadyRunningException();
        }
        try {
            var sink = new KafkaSink();
            for (Republisher each : republishers) {
                each.republish(sink);
            }
            return sink.finish();
        } finally {
            running.unlock();
        }
    }

    /** This replica is republishing already. */
    public static final class AlreadyRunningException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final class KafkaSink implements Republisher.Sink {

        private final Semaphore room = new Semaphore(inFlight);
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final Map<String, Long> sent = new TreeMap<>();

        @Override
        public void send(String topic, String key, UUID eventId, Instant time, Object payload) {
            room.acquireUninterruptibly();
            check();
            var event = new Event<>(
                    eventId,
                    events.typeOf(payload.getClass()),
                    source,
                    time.truncatedTo(ChronoUnit.MILLIS),
                    key,
                    EventJson.write(payload).getBytes(StandardCharsets.UTF_8));
            var _ = producer.send(EventRecords.record(topic, event)).whenComplete((_, problem) -> {
                if (problem != null) {
                    failure.compareAndSet(null, problem);
                }
                room.release();
            });
            sent.merge(topic, 1L, Long::sum);
        }

        Map<String, Long> finish() {
            room.acquireUninterruptibly(inFlight);
            check();
            return sent;
        }

        private void check() {
            Throwable problem = failure.get();
            if (problem != null) {
                throw new IllegalStateException("Kafka did not take an event; republish again", problem);
            }
        }
    }
}
