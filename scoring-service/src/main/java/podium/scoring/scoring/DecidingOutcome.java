package podium.scoring.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;
import podium.scoring.release.Outcome;
import podium.scoring.release.ReleasingOutcomes;
import podium.scoring.release.Submission;
import podium.scoring.reveal.RevealingPrivateScores;

/** What follows from an outcome, all in one transaction: it is kept, released in its turn, and may complete a contest. */
@ApplicationScoped
class DecidingOutcome {
    private static final Logger LOG = Logger.getLogger(DecidingOutcome.class);

    private final ReleasingOutcomes releasing;
    private final RevealingPrivateScores revealing;

    @Inject
    DecidingOutcome(ReleasingOutcomes releasing, RevealingPrivateScores revealing) {
        this.releasing = releasing;
        this.revealing = revealing;
    }

    /** Decides what became of a submission; nothing happens if that was decided before. */
    @Transactional(Transactional.TxType.MANDATORY)
    void decide(Submission submission, Outcome outcome) {
        if (releasing.decide(submission, outcome)) {
            if (outcome instanceof Outcome.Failed failed) {
                LOG.errorf(
                        "Submission %s of contest %s has no score: %s",
                        submission.id(), submission.contestId(), failed.reason());
            }
            revealing.outcomeDecided(submission.contestId());
        }
    }
}
