package podium.submission.upload;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import podium.kit.file.FileStore;
import podium.kit.file.FileStores;
import podium.kit.file.StoreException;
import podium.kit.time.TimeSource;
import podium.submission.quota.Quotas;

/** Removes uploads that were stored but never accepted, because their replica died in between, and expired reservations. */
@ApplicationScoped
public class SweepJob {
    private static final Logger LOG = Logger.getLogger(SweepJob.class);

    private final FileStores stores;
    private final Quotas quotas;
    private final TimeSource time;
    private final Duration olderThan;

    /** @param olderThan files younger than this may still be on their way to acceptance */
    SweepJob(
            FileStores stores,
            Quotas quotas,
            TimeSource time,
            @ConfigProperty(name = "podium.submission.sweep-older-than", defaultValue = "1h") Duration olderThan) {
        this.stores = stores;
        this.quotas = quotas;
        this.time = time;
        this.olderThan = olderThan;
    }

    @Scheduled(
            every = "${podium.submission.sweep-every:10m}",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "sweep-uploads")
    void run() {
        quotas.removeExpired();
        try {
            int removed = sweep();
            if (removed > 0) {
                LOG.infof("%d uploads were never accepted and are removed", removed);
            }
        } catch (StoreException e) {
            LOG.warnf("Uploads were not swept: %s", e.getMessage());
        }
    }

    /** Removes orphans; answers how many there were. */
    int sweep() {
        FileStore store = stores.get("uploads");
        Instant before = time.now().minus(olderThan);
        int removed = 0;
        try (Stream<UUID> files = store.list()) {
            for (UUID file : (Iterable<UUID>) files::iterator) {
                if (madeAt(file).isBefore(before) && !quotas.knowsFile(file) && store.delete(file)) {
                    removed++;
                }
            }
        }
        return removed;
    }

    /** The first 48 bits of a UUIDv7 are milliseconds since 1970 (RFC 9562, section 5.7). */
    static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
