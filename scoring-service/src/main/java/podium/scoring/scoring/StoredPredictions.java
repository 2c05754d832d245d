package podium.scoring.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import podium.kit.content.ContentCoding;
import podium.kit.file.FileStores;
import podium.kit.file.StoreException;
import podium.scoring.contest.ContestStore;
import podium.scoring.contest.KnownContest;
import podium.scoring.holdout.Labels;
import podium.scoring.holdout.Solution;
import podium.scoring.holdout.Solutions;
import podium.scoring.integrity.PredictionFile;
import podium.scoring.integrity.PredictionFiles;
import podium.scoring.metric.Values;
import podium.scoring.prediction.PredictionReading;

/** Reads files again that were scored, as they were read then. */
@ApplicationScoped
class StoredPredictions implements PredictionFiles {
    private final ContestStore contests;
    private final Solutions solutions;
    private final FileStores stores;

    @Inject
    StoredPredictions(ContestStore contests, Solutions solutions, FileStores stores) {
        this.contests = contests;
        this.solutions = solutions;
        this.stores = stores;
    }

    @Override
    public Values labels(UUID contestId) {
        return switch (solution(contestId).labels()) {
            case Labels.Numbers numbers -> new Values.Numbers(numbers.values());
            case Labels.Categories categories -> new Values.Codes(categories.codes());
        };
    }

    @Override
    public Values read(UUID contestId, PredictionFile file) {
        KnownContest contest = contests.find(contestId).orElseThrow();
        Scorer scorer = new Scorer(contest.task(), contest.maxBytes(), solution(contestId));
        ContentCoding coding = ContentCoding.of(file.contentEncoding()).orElseThrow();
        try (InputStream stored = stores.get("uploads").open(file.fileId())) {
            VerifiedUpload upload = new VerifiedUpload(
                    stored,
                    new SubmissionAccepted.File(file.fileId(), file.bytes(), file.sha256(), file.contentEncoding()));
            PredictionReading reading = scorer.read(upload, coding);
            upload.verify();
            return switch (reading) {
                case PredictionReading.Complete(Values predictions) -> predictions;
                case PredictionReading.Malformed _ ->
                    throw new IllegalStateException("File " + file.fileId() + " was scored and is malformed now");
            };
        } catch (IOException e) {
            throw new StoreException("Upload " + file.fileId() + " cannot be read", e);
        }
    }

    private Solution solution(UUID contestId) {
        return solutions
                .find(contestId)
                .orElseThrow(() -> new IllegalStateException("Contest " + contestId + " has files and no solution"));
    }
}
