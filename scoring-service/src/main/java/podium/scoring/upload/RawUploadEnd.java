package podium.scoring.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import podium.kit.upload.PartedUpload;
import podium.kit.upload.PartedUploadStore;
import podium.scoring.background.BackgroundTask;
import podium.scoring.background.TaskStore;
import podium.scoring.dataset.DatasetStore;
import podium.scoring.dataset.RawFile;
import podium.scoring.dataset.RawKind;

/** How an upload ends: in the transaction that ends its task, so it counts once. */
@ApplicationScoped
class RawUploadEnd {
    private final PartedUploadStore uploads;
    private final DatasetStore datasets;
    private final TaskStore tasks;

    @Inject
    RawUploadEnd(PartedUploadStore uploads, DatasetStore datasets, TaskStore tasks) {
        this.uploads = uploads;
        this.datasets = datasets;
        this.tasks = tasks;
    }

    /** The file is the contest's raw file now; answers the files of the vault that nothing refers to any more. */
    @Transactional
    List<UUID> taken(BackgroundTask task, PartedUpload upload, RawFile raw) {
        tasks.done(task);
        RawKind kind = RawKind.of(upload.purpose()).orElseThrow();
        List<UUID> obsolete = new ArrayList<>(datasets.takeRaw(task.contestId(), kind, raw, upload.createdBy()));
        obsolete.addAll(uploads.done(upload.id()));
        return obsolete;
    }

    /** The file is not taken; answers the files of its parts. */
    @Transactional
    List<UUID> refused(BackgroundTask task, PartedUpload.Refusal refusal) {
        tasks.done(task);
        List<UUID> parts = uploads.refused(task.attemptId(), refusal);
        datasets.changed(task.contestId());
        return parts;
    }

    /** There is no such upload any more. */
    @Transactional
    void nothing(BackgroundTask task) {
        tasks.done(task);
    }
}
