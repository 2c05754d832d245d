package podium.scoring.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.kit.file.PendingFile;
import podium.kit.file.StoredFile;
import podium.kit.problem.Problems;
import podium.kit.problem.Violation;
import podium.kit.time.TimeSource;
import podium.kit.upload.PartIntake;
import podium.kit.upload.PartedUpload;
import podium.kit.upload.PartedUploadStore;
import podium.kit.upload.PartedUploadView;
import podium.kit.upload.UploadPart;
import podium.scoring.background.BackgroundTask;
import podium.scoring.background.TaskProgresses;
import podium.scoring.background.TaskStore;
import podium.scoring.contest.KnownContest;
import podium.scoring.dataset.DatasetStore;
import podium.scoring.dataset.RawKind;
import podium.scoring.dataset.Vault;
import podium.scoring.plan.DatasetLimits;

/** Receives the parts of raw files. Each is a file of the vault, encrypted like all of them. */
@ApplicationScoped
public class RawUploads {
    private final PartedUploadStore uploads;
    private final DatasetStore datasets;
    private final TaskStore tasks;
    private final TaskProgresses progresses;
    private final Vault vault;
    private final DatasetLimits limits;
    private final TimeSource time;

    @Inject
    RawUploads(
            PartedUploadStore uploads,
            DatasetStore datasets,
            TaskStore tasks,
            TaskProgresses progresses,
            Vault vault,
            DatasetLimits limits,
            TimeSource time) {
        this.uploads = uploads;
        this.datasets = datasets;
        this.tasks = tasks;
        this.progresses = progresses;
        this.vault = vault;
        this.limits = limits;
        this.time = time;
    }

    PartedUpload begin(KnownContest contest, RawUploadRequest request, String actor) {
        datasets.requireReplaceable(contest.id());
        RawKind kind = RawKind.of(request.file() == null ? RawKind.RAW.word() : request.file())
                .orElseThrow(() -> Problems.unprocessable(List.of(
                        new Violation("/file", "The file is raw, for the rows, or items, for what is rated."))));
        return uploads.begin(
                kind.word(),
                contest.id(),
                actor,
                request.parts().checked(limits.rawBytes(), limits.partBytes()),
                limits.unfinishedUploads(),
                limits.uploadKeep());
    }

    /** An upload of that contest; 404 {@code no-such-upload}. */
    PartedUpload of(KnownContest contest, UUID id) {
        return uploads.find(id)
                .filter(upload -> upload.ownerId().equals(contest.id()))
                .orElseThrow(PartedUploadStore::unknown);
    }

    PartedUploadView.Received part(PartedUpload upload, int number, @Nullable String contentDigest, InputStream body) {
        if (number < 1 || number > upload.parts()) {
            throw Problems.notFound("no-such-part", "The parts are numbered from 1 to " + upload.parts() + ".");
        }
        StoredFile file;
        try (PendingFile pending = vault.create(upload.ownerId())) {
            file = PartIntake.receive(body, upload.partLength(number), contentDigest, pending);
        }
        UploadPart part = new UploadPart(number, file.id(), file.bytes(), file.sha256(), time.now());
        try {
            vault.discard(uploads.put(upload.id(), part));
        } catch (RuntimeException e) {
            vault.discard(List.of(file.id()));
            throw e;
        }
        return PartedUploadView.Received.of(part);
    }

    @Transactional
    void complete(PartedUpload upload) {
        datasets.holdReplaceable(upload.ownerId());
        uploads.complete(upload.id());
        tasks.add(upload.ownerId(), upload.id(), BackgroundTask.Kind.PROFILE);
    }

    void abandon(PartedUpload upload) {
        vault.discard(uploads.abandon(upload.id()));
    }

    RawUploadView view(PartedUpload upload) {
        return new RawUploadView(
                PartedUploadView.of(upload, uploads.parts(upload.id())),
                upload.state() == PartedUpload.State.COMPLETE
                        ? progresses.find(upload.id()).orElse(null)
                        : null);
    }

    List<RawUploadView> unfinished(KnownContest contest) {
        return uploads.unfinished(contest.id()).stream().map(this::view).toList();
    }
}
