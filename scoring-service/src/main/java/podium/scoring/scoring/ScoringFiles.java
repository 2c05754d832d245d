package podium.scoring.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import podium.kit.content.ContentCoding;
import podium.kit.file.FileStores;
import podium.kit.file.StoreException;
import podium.scoring.fingerprint.Fingerprint;
import podium.scoring.integrity.KeepingFingerprints;
import podium.scoring.integrity.PredictionFiles;
import podium.scoring.metric.Values;
import podium.scoring.prediction.PredictionReading;
import podium.scoring.release.Outcome;
import podium.scoring.work.ScoredFile;
import podium.scoring.work.ScoringTask;
import podium.scoring.work.ScoringTaskStore;

/**
 * Reads the files of submissions, outside of any transaction: to score them, or once more as they were scored.
 *
 * <p>Trouble with the store is an exception: whether the store is down, has other bytes than were accepted, or says that
 * there is no such file, it is never the entrant's fault.
 */
@ApplicationScoped
class ScoringFiles implements PredictionFiles {
    private final ScoringTaskStore tasks;
    private final Scorers scorers;
    private final FileStores stores;
    private final KeepingFingerprints integrity;

    @Inject
    ScoringFiles(ScoringTaskStore tasks, Scorers scorers, FileStores stores, KeepingFingerprints integrity) {
        this.tasks = tasks;
        this.scorers = scorers;
        this.stores = stores;
        this.integrity = integrity;
    }

    /**
     * Scores a file, and takes its fingerprint unless this is work of a rescore, whose files were looked at before.
     *
     * @param scorer of the task's contest and version
     * @throws TimeLimit.OverException the time is over; any other exception may come instead
     */
    ScoringResult score(ScoringTask task, Scorer scorer, TimeLimit time) {
        UUID contestId = task.file().submission().contestId();
        AtomicReference<@Nullable Fingerprint> fingerprint = new AtomicReference<>();
        Outcome outcome = read(
                task.file(),
                stored -> new Timed(stored, time),
                (in, coding) -> scorer.score(in, coding, predictions -> {
                    if (!task.rescore()) {
                        fingerprint.set(integrity.of(contestId, predictions));
                    }
                }));
        return new ScoringResult(outcome, Optional.ofNullable(fingerprint.get()));
    }

    @Override
    public Values labels(UUID contestId) {
        return PreparedTruth.values(scorers.currentSolution(contestId).labels());
    }

    @Override
    public Values read(UUID submissionId) {
        ScoredFile file = tasks.file(submissionId)
                .orElseThrow(() -> new IllegalStateException("Submission " + submissionId + " has no file"));
        Scorer scorer = scorers.current(file.submission().contestId());
        return switch (read(file, stored -> stored, scorer::read)) {
            case PredictionReading.Complete(Values predictions) -> predictions;
            case PredictionReading.Malformed _ ->
                throw new IllegalStateException("File " + file.fileId() + " was scored and is malformed now");
        };
    }

    private <T> T read(
            ScoredFile file, UnaryOperator<InputStream> limit, BiFunction<InputStream, ContentCoding, T> reader) {
        ContentCoding coding = ContentCoding.of(file.contentEncoding())
                .orElseThrow(() -> new IllegalStateException("Not a coding: " + file.contentEncoding()));
        try (InputStream stored = stores.get("uploads").open(file.fileId());
                InputStream limited = limit.apply(stored)) {
            VerifiedUpload upload = new VerifiedUpload(limited, file);
            T read = reader.apply(upload, coding);
            upload.verify();
            return read;
        } catch (IOException e) {
            throw new StoreException("Upload " + file.fileId() + " cannot be read", e);
        }
    }

    /** Bytes for as long as there is time. */
    private static final class Timed extends FilterInputStream {
        private final TimeLimit time;

        Timed(InputStream in, TimeLimit time) {
            super(in);
            this.time = time;
        }

        @Override
        public int read() throws IOException {
            time.check();
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            time.check();
            return in.read(bytes, offset, length);
        }
    }
}
