package podium.scoring.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import podium.kit.content.ContentCoding;
import podium.kit.file.FileStores;
import podium.kit.file.StoreException;
import podium.scoring.contest.ContestStore;
import podium.scoring.contest.KnownContest;
import podium.scoring.holdout.CorrectedSolutions;
import podium.scoring.holdout.Solution;
import podium.scoring.holdout.Solutions;
import podium.scoring.release.Outcome;
import podium.scoring.sql.SqlRunner;
import podium.scoring.version.ScoringRules;
import podium.scoring.version.ScoringVersionStore;
import podium.scoring.work.ScoredFile;
import podium.scoring.work.ScoringTask;

/**
 * Reads and scores claimed files, outside of any transaction.
 *
 * <p>Trouble with the store is an exception: whether the store is down, has other bytes than were accepted, or says that
 * there is no such file, it is never the entrant's fault.
 */
@ApplicationScoped
class ScoringFiles {
    private final ContestStore contests;
    private final ScoringVersionStore versions;
    private final Solutions solutions;
    private final CorrectedSolutions corrected;
    private final FileStores stores;
    private final SqlRunner runner;
    /** Goes with the solution that it was made of, when that is let go. */
    private final Map<Solution, PreparedTruth> truths = Collections.synchronizedMap(new WeakHashMap<>());

    @Inject
    ScoringFiles(
            ContestStore contests,
            ScoringVersionStore versions,
            Solutions solutions,
            CorrectedSolutions corrected,
            FileStores stores,
            SqlRunner runner) {
        this.runner = runner;
        this.versions = versions;
        this.corrected = corrected;
        this.contests = contests;
        this.solutions = solutions;
        this.stores = stores;
    }

    /**
     * Scores a file.
     *
     * @throws TimeLimit.OverException the time is over; any other exception may come instead
     */
    Outcome score(ScoringTask task, TimeLimit time) {
        ScoredFile file = task.file();
        ContentCoding coding = ContentCoding.of(file.contentEncoding())
                .orElseThrow(() -> new IllegalStateException("Not a coding: " + file.contentEncoding()));
        Scorer scorer = scorer(task);
        try (InputStream stored = stores.get("uploads").open(file.fileId());
                InputStream timed = new Timed(stored, time)) {
            VerifiedUpload upload = new VerifiedUpload(
                    timed,
                    new SubmissionAccepted.File(file.fileId(), file.bytes(), file.sha256(), file.contentEncoding()));
            Outcome outcome = scorer.score(upload, coding);
            upload.verify();
            return outcome;
        } catch (IOException e) {
            throw new StoreException("Upload " + file.fileId() + " cannot be read", e);
        }
    }

    private Scorer scorer(ScoringTask task) {
        KnownContest contest = contests.find(task.file().submission().contestId())
                .orElseThrow(() -> new IllegalStateException("Work on a contest that is not known"));
        ScoringRules rules = versions.rules(contest.id(), task.scoringVersion());
        Solution released = solutions
                .find(contest.id())
                .orElseThrow(() -> new IllegalStateException("Work on a contest whose data is not released"));
        UUID file = rules.solutionFile();
        Solution solution = file == null ? released : corrected.read(released, file);
        PreparedTruth truth = truths.computeIfAbsent(solution, PreparedTruth::of);
        return new Scorer(rules.applied(contest.task()), contest.maxBytes(), solution, truth, runner);
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
