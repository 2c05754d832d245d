package podium.scoring.upload;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import podium.kit.upload.PartedUploadStore;
import podium.scoring.dataset.Vault;

/** Deletes what arrived of uploads that nobody went on with. Every replica may do it. */
@ApplicationScoped
class UploadSweepJob {
    private final PartedUploadStore uploads;
    private final Vault vault;

    @Inject
    UploadSweepJob(PartedUploadStore uploads, Vault vault) {
        this.uploads = uploads;
        this.vault = vault;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        vault.discard(uploads.sweep());
    }
}
