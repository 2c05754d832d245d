package podium.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import podium.kit.inbox.InboxStore.Parked;

/** What operators see of the inbox. Types are those that have a handler, so that a stranger cannot make new meters. */
@ApplicationScoped
class InboxMeters {

    private static final Logger LOG = Logger.getLogger(InboxMeters.class);

    private final InboxStore store;
    private final MeterRegistry registry;
    private final AtomicReference<Parked> parked = new AtomicReference<>(new Parked(0, 0));

    InboxMeters(InboxStore store, MeterRegistry registry) {
        this.store = store;
        this.registry = registry;
        registry.gauge("podium.inbox.waiting", parked, current -> current.get().count());
        registry.gauge("podium.inbox.waiting.oldest.seconds", parked, current -> current.get()
                .oldestSeconds());
    }

    void handled(String type) {
        registry.counter("podium.inbox.handled", "type", type).increment();
    }

    void duplicate(String type) {
        registry.counter("podium.inbox.duplicates", "type", type).increment();
    }

    void waiting(String type) {
        registry.counter("podium.inbox.parked", "type", type).increment();
    }

    void failed(String type) {
        registry.counter("podium.inbox.failures", "type", type).increment();
    }

    void skipped(String topic) {
        registry.counter("podium.inbox.skipped", "topic", topic).increment();
    }

    void deadLettered(String topic) {
        registry.counter("podium.inbox.dead.lettered", "topic", topic).increment();
    }

    @Scheduled(
            every = "${podium.kit.inbox.measure:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "inbox-meters")
    void measure() {
        try {
            parked.set(store.measure());
        } catch (SQLException e) {
            LOG.debug("The inbox was not measured", e);
        }
    }
}
