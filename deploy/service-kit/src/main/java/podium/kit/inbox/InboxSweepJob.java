package podium.kit.inbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Forgets the ids of events that were handled so long ago that they cannot come again. */
@ApplicationScoped
class InboxSweepJob {

    private static final Logger LOG = Logger.getLogger(InboxSweepJob.class);
    private static final int CHUNK = 10_000;

    private final InboxStore store;
    private final InboxConfig config;

    InboxSweepJob(InboxStore store, InboxConfig config) {
        this.store = store;
        this.config = config;
    }

    @Scheduled(
            every = "${podium.kit.inbox.sweep:1h}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "inbox-sweep")
    void sweep() throws SQLException {
        long swept = 0;
        int chunk;
        do {
            chunk = store.sweep(config.retention(), CHUNK);
            swept += chunk;
        } while (chunk == CHUNK);
        LOG.debugf("Forgot %d events older than %s", swept, config.retention());
    }
}
