package podium.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import podium.kit.outbox.OutboxStore.Backlog;

/** What operators see of the outbox. */
@ApplicationScoped
class OutboxMeters {

    private static final Logger LOG = Logger.getLogger(OutboxMeters.class);

    private final OutboxStore store;
    private final AtomicReference<Backlog> backlog = new AtomicReference<>(new Backlog(0, 0));
    private final Timer delay;
    private final Counter refused;
    private final Counter trouble;

    OutboxMeters(OutboxStore store, MeterRegistry registry) {
        this.store = store;
        registry.gauge("podium.outbox.depth", backlog, current -> current.get().depth());
        registry.gauge("podium.outbox.oldest.seconds", backlog, current -> current.get()
                .oldestSeconds());
        delay = Timer.builder("podium.outbox.published")
                .description("Events acknowledged by Kafka, and how long after they were appended")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        refused = Counter.builder("podium.outbox.failed")
                .description("Sends that failed")
                .tag("cause", "record")
                .register(registry);
        trouble = Counter.builder("podium.outbox.failed")
                .description("Sends that failed")
                .tag("cause", "kafka")
                .register(registry);
    }

    void published(Duration afterAppending) {
        delay.record(afterAppending);
    }

    void failed(boolean kafkaTrouble) {
        (kafkaTrouble ? trouble : refused).increment();
    }

    // A query of its own and not part of relaying: the backlog matters most while the relay is stuck.
    @Scheduled(
            every = "${podium.kit.outbox.measure:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "outbox-meters")
    void measure() {
        try {
            backlog.set(store.measure());
        } catch (SQLException e) {
            LOG.debug("The outbox was not measured", e);
        }
    }
}
