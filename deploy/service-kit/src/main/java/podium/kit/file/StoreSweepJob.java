package podium.kit.file;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Removes from the directories what writers left behind that were killed. Every replica may do it. */
class StoreSweepJob {
    private static final Logger LOG = Logger.getLogger(StoreSweepJob.class);
    /** Longer than any upload may pause. */
    private static final Duration AGE = Duration.ofDays(1);

    private final FileStores stores;

    @Inject
    StoreSweepJob(FileStores stores) {
        this.stores = stores;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        stores.names().forEach(this::sweep);
    }

    private void sweep(String name) {
        try {
            if (stores.get(name) instanceof DirectoryFileStore directory) {
                int swept = directory.sweep(AGE);
                if (swept > 0) {
                    LOG.infof("Removed %d unfinished files from the store %s", swept, name);
                }
            }
        } catch (StoreException e) {
            LOG.warnf("The store %s was not swept: %s", name, e.getMessage());
        }
    }
}
