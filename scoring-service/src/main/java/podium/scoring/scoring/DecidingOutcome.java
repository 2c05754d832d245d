package podium.scoring.scoring;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.logging.Logger;
import podium.scoring.background.ClaimLostException;
import podium.scoring.integrity.KeepingFingerprints;
import podium.scoring.prediction.PredictionReading;
import podium.scoring.release.Outcome;
import podium.scoring.release.ReleasingOutcomes;
import podium.scoring.release.Submission;
import podium.scoring.reveal.RevealingPrivateScores;
import podium.scoring.version.ScoringVersionStore;
import podium.scoring.work.ScoringTask;
import podium.scoring.work.ScoringTaskStore;

/**
 * What follows from an outcome, all in one transaction: it is kept, released in its turn, compared with other files later,
 * and may complete a contest.
 */
@ApplicationScoped
class DecidingOutcome {
    private static final Logger LOG = Logger.getLogger(DecidingOutcome.class);

    private final ScoringVersionStore versions;
    private final ScoringTaskStore tasks;
    private final ReleasingOutcomes releasing;
    private final RevealingPrivateScores revealing;
    private final KeepingFingerprints integrity;

    @Inject
    DecidingOutcome(
            ScoringVersionStore versions,
            ScoringTaskStore tasks,
            ReleasingOutcomes releasing,
            RevealingPrivateScores revealing,
            KeepingFingerprints integrity) {
        this.integrity = integrity;
        this.versions = versions;
        this.tasks = tasks;
        this.releasing = releasing;
        this.revealing = revealing;
    }

    /**
     * Decides what came of a piece of work, together with the end of its claim.
     *
     * @throws ClaimLostException somebody else has it, or nobody needs it any more
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void decide(ScoringTask task, ScoringResult result) {
        Submission submission = task.file().submission();
        versions.hold(submission.contestId());
        tasks.done(task);
        decided(task, result);
    }

    /**
     * Decides what came of several, in one transaction and few statements; without those that somebody else has or nobody
     * needs any more.
     *
     * @param claim the claim of all of them
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void decideAll(UUID claim, Map<ScoringTask, ScoringResult> results) {
        Set<UUID> contests = new TreeSet<>();
        results.keySet().forEach(task -> contests.add(task.file().submission().contestId()));
        contests.forEach(versions::hold);
        Map<UUID, Integer> current = new HashMap<>();
        Map<Integer, Map<Submission, Outcome>> candidates = new TreeMap<>();
        for (ScoringTask task : tasks.endAll(claim, results.keySet())) {
            Submission submission = task.file().submission();
            ScoringResult result = requireNonNull(results.get(task));
            if (task.scoringVersion() > current.computeIfAbsent(submission.contestId(), versions::current)) {
                candidates
                        .computeIfAbsent(task.scoringVersion(), _ -> new LinkedHashMap<>())
                        .put(submission, result.outcome());
            } else {
                decided(task, result);
            }
        }
        candidates.forEach((version, outcomes) -> releasing.propose(outcomes, version));
    }

    /** Gives a submission up that has no outcome; who is at it finds that it is no longer needed. */
    @Transactional(Transactional.TxType.MANDATORY)
    void abandon(Submission submission, String reason) {
        versions.hold(submission.contestId());
        int version = versions.current(submission.contestId());
        tasks.drop(submission.id(), version);
        decided(submission, version, new Outcome.Failed(reason));
    }

    private void decided(ScoringTask task, ScoringResult result) {
        Submission submission = task.file().submission();
        if (decided(submission, task.scoringVersion(), result.outcome()) && !task.rescore()) {
            switch (result.outcome()) {
                case Outcome.Scored _ ->
                    result.fingerprint().ifPresent(fingerprint -> integrity.scored(submission, fingerprint));
                case Outcome.Rejected(PredictionReading.Malformed reading) -> integrity.rejected(submission, reading);
                case Outcome.Failed _ -> {
                    // There is nothing to compare.
                }
            }
        }
    }

    /** Whether it was not decided before; otherwise nothing happens. */
    private boolean decided(Submission submission, int version, Outcome outcome) {
        boolean first = releasing.decide(submission, version, outcome);
        if (first) {
            if (outcome instanceof Outcome.Failed failed) {
                LOG.errorf(
                        "Submission %s of contest %s has no score: %s",
                        submission.id(), submission.contestId(), failed.reason());
            }
            revealing.outcomeDecided(submission.contestId());
        }
        return first;
    }
}
