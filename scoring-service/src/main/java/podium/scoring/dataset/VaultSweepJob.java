package podium.scoring.dataset;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import podium.kit.file.StoreException;
import podium.kit.time.TimeSource;

/** Deletes files of the vault to which nothing refers: left behind by a process that was killed before it could commit. */
@ApplicationScoped
public class VaultSweepJob {
    private static final Logger LOG = Logger.getLogger(VaultSweepJob.class);

    /** Younger ones may still be on their way to a commit. */
    private static final Duration AGE = Duration.ofDays(1);

    private final DatasetStore datasets;
    private final Vault vault;
    private final TimeSource time;

    @Inject
    VaultSweepJob(DatasetStore datasets, Vault vault, TimeSource time) {
        this.datasets = datasets;
        this.vault = vault;
        this.time = time;
    }

    @Scheduled(every = "6h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        Instant before = time.now().minus(AGE);
        List<UUID> old;
        try (Stream<UUID> files = vault.store().list()) {
            old = files.filter(file -> madeAt(file).isBefore(before)).toList();
        } catch (StoreException e) {
            LOG.warnf("The vault was not swept: %s", e.getMessage());
            return;
        }
        // Asked after the files were listed: what was committed meanwhile is referred to.
        Set<UUID> referred = datasets.vaultFiles();
        List<UUID> orphans =
                old.stream().filter(file -> !referred.contains(file)).toList();
        if (!orphans.isEmpty()) {
            LOG.infof("%d files of the vault belong to nothing and are deleted", orphans.size());
            vault.discard(orphans);
        }
    }

    /** The time that a UUIDv7 begins with. */
    private static Instant madeAt(UUID file) {
        return Instant.ofEpochMilli(file.getMostSignificantBits() >>> 16);
    }
}
