package podium.scoring.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import podium.kit.content.ContentCoding;
import podium.kit.event.Event;
import podium.kit.file.FileStores;
import podium.kit.file.StoreException;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;
import podium.kit.inbox.Rejection;
import podium.scoring.contest.ContestStore;
import podium.scoring.contest.KnownContest;
import podium.scoring.fingerprint.Fingerprint;
import podium.scoring.holdout.Solution;
import podium.scoring.holdout.Solutions;
import podium.scoring.integrity.KeepingFingerprints;
import podium.scoring.integrity.PredictionFile;
import podium.scoring.release.Outcome;
import podium.scoring.release.ReleasingOutcomes;

/**
 * Scores a submission. A submission that is told of again, after a crash or because it is overdue, has its effect once.
 *
 * <p>Trouble with the store is an exception, so that the event is tried again: whether the store is down, has other bytes
 * than were accepted, or says that there is no such file, it is never the entrant's fault.
 */
@ApplicationScoped
class SubmissionAcceptedHandler implements EventHandler<SubmissionAccepted> {
    private final ContestStore contests;
    private final Solutions solutions;
    private final FileStores stores;
    private final ReleasingOutcomes outcomes;
    private final DecidingOutcome deciding;
    private final KeepingFingerprints integrity;
    /** Goes with the solution that it was made of, when that is let go. */
    private final Map<Solution, PreparedTruth> truths = Collections.synchronizedMap(new WeakHashMap<>());

    @Inject
    SubmissionAcceptedHandler(
            ContestStore contests,
            Solutions solutions,
            FileStores stores,
            ReleasingOutcomes outcomes,
            DecidingOutcome deciding,
            KeepingFingerprints integrity) {
        this.contests = contests;
        this.solutions = solutions;
        this.stores = stores;
        this.outcomes = outcomes;
        this.deciding = deciding;
        this.integrity = integrity;
    }

    @Override
    public Class<SubmissionAccepted> payloadType() {
        return SubmissionAccepted.class;
    }

    @Override
    public Handling handle(Event<SubmissionAccepted> event) {
        SubmissionAccepted accepted = event.data();
        if (outcomes.isDecided(accepted.submissionId())) {
            return Handling.done();
        }
        Optional<KnownContest> contest = contests.find(accepted.contestId());
        if (contest.isEmpty()) {
            return Handling.waiting("contest " + accepted.contestId());
        }
        Optional<Solution> solution = solutions.find(accepted.contestId());
        if (solution.isEmpty()) {
            return Handling.waiting("release of contest " + accepted.contestId());
        }
        score(accepted, contest.get(), solution.get());
        return Handling.done();
    }

    private void score(SubmissionAccepted accepted, KnownContest contest, Solution solution) {
        SubmissionAccepted.File file = accepted.file();
        ContentCoding coding = ContentCoding.of(file.contentEncoding())
                .orElseThrow(() -> new Rejection("Not a coding: " + file.contentEncoding()));
        PreparedTruth truth = truths.computeIfAbsent(solution, PreparedTruth::of);
        Scorer scorer = new Scorer(contest.task(), contest.maxBytes(), solution, truth);
        try (InputStream stored = stores.get("uploads").open(file.fileId())) {
            VerifiedUpload upload = new VerifiedUpload(stored, file);
            AtomicReference<@Nullable Fingerprint> fingerprint = new AtomicReference<>();
            Outcome outcome =
                    scorer.score(upload, coding, values -> fingerprint.set(integrity.of(contest.id(), values)));
            upload.verify();
            deciding.decide(accepted.submission(), outcome);
            keep(accepted, outcome, fingerprint.get());
        } catch (IOException e) {
            throw new StoreException("Upload " + file.fileId() + " cannot be read", e);
        }
    }

    /** What the comparison of files needs to know of this one, in the same transaction. */
    private void keep(SubmissionAccepted accepted, Outcome outcome, @Nullable Fingerprint fingerprint) {
        if (outcome instanceof Outcome.Scored && fingerprint != null) {
            SubmissionAccepted.File file = accepted.file();
            integrity.scored(
                    accepted.submission(),
                    new PredictionFile(file.fileId(), file.bytes(), file.sha256(), file.contentEncoding()),
                    fingerprint);
        }
        if (outcome instanceof Outcome.Rejected rejected) {
            integrity.rejected(accepted.submission(), rejected.reading());
        }
    }
}
