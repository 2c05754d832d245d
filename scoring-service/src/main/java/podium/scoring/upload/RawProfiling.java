package podium.scoring.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import podium.kit.problem.Problem;
import podium.kit.problem.ProblemException;
import podium.kit.upload.PartedStream;
import podium.kit.upload.PartedUpload;
import podium.kit.upload.PartedUploadStore;
import podium.kit.upload.UploadPart;
import podium.scoring.background.BackgroundTask;
import podium.scoring.background.TaskProgresses;
import podium.scoring.contest.ContestStore;
import podium.scoring.contest.KnownContest;
import podium.scoring.dataset.RawFile;
import podium.scoring.dataset.RawIntake;
import podium.scoring.dataset.Vault;
import podium.scoring.plan.DatasetLimits;

/** Puts a raw file together from its parts, checks it against its declared digest, unpacks and profiles it. */
@ApplicationScoped
public class RawProfiling {
    private static final int OUR_FAULT = 500;

    private final ContestStore contests;
    private final PartedUploadStore uploads;
    private final RawUploadEnd end;
    private final RawIntake intake;
    private final Vault vault;
    private final DatasetLimits limits;
    private final TaskProgresses progresses;

    @Inject
    RawProfiling(
            ContestStore contests,
            PartedUploadStore uploads,
            RawUploadEnd end,
            RawIntake intake,
            Vault vault,
            DatasetLimits limits,
            TaskProgresses progresses) {
        this.contests = contests;
        this.uploads = uploads;
        this.end = end;
        this.intake = intake;
        this.vault = vault;
        this.limits = limits;
        this.progresses = progresses;
    }

    /** Does the task; its effect and its end are one transaction. */
    public void run(BackgroundTask task) {
        Optional<PartedUpload> found = uploads.find(task.attemptId());
        if (found.isEmpty()) {
            end.nothing(task);
            return;
        }
        PartedUpload upload = found.get();
        if (task.tries() > limits.taskTries()) {
            refuse(
                    task,
                    new PartedUpload.Refusal(
                            "profiling-failed",
                            "Looking at the file broke off " + limits.taskTries()
                                    + " times; the operator finds the reason in the log. Send it again later."));
            return;
        }
        KnownContest contest = contests.find(task.contestId()).orElseThrow();
        try {
            take(task, contest, upload);
        } catch (ProblemException e) {
            if (e.problem().status() >= OUR_FAULT) {
                throw e;
            }
            refuse(task, refusal(e.problem()));
        }
    }

    private void take(BackgroundTask task, KnownContest contest, PartedUpload upload) {
        List<UUID> parts =
                uploads.parts(upload.id()).stream().map(UploadPart::fileId).toList();
        RawFile raw;
        try (InputStream whole = new PartedStream(parts, file -> vault.open(contest.id(), file))) {
            raw = intake.receive(
                    contest.id(),
                    whole,
                    null,
                    contentDigest(upload.sha256()),
                    contest.task().target(),
                    upload.bytes(),
                    progresses.of(task));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<UUID> obsolete;
        try {
            obsolete = end.taken(task, upload, raw);
        } catch (RuntimeException e) {
            vault.discard(List.of(raw.fileId()));
            throw e;
        }
        vault.discard(obsolete);
    }

    private void refuse(BackgroundTask task, PartedUpload.Refusal refusal) {
        vault.discard(end.refused(task, refusal));
    }

    private static PartedUpload.Refusal refusal(Problem problem) {
        return new PartedUpload.Refusal(
                problem.code(), Objects.requireNonNullElse(problem.detail(), "The file cannot be taken."));
    }

    private static String contentDigest(String sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":";
    }
}
