package podium.submission.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Predicate;
import podium.kit.inbox.Handling;
import podium.submission.status.OutcomeSignals;
import podium.submission.status.SubmissionEntity;
import podium.submission.status.SubmissionState;
import podium.submission.status.SubmissionStore;

/** Gives outcomes to submissions, in the transaction of the inbox, and wakes who waits for them. */
@ApplicationScoped
public class Outcomes {
    private final SubmissionStore submissions;
    private final OutcomeSignals signals;

    Outcomes(SubmissionStore submissions, OutcomeSignals signals) {
        this.submissions = submissions;
        this.signals = signals;
    }

    Handling scored(SubmissionScored it) {
        return apply(it.submissionId(), submission -> {
            submissions.keepScore(it.submissionId(), it.scoringVersion(), it.releasedScore(), it.scoredAt());
            if (!Transition.scores(submission.state(), submission.scoringVersion, it.scoringVersion())) {
                return false;
            }
            submission.finish(SubmissionState.SCORED);
            submission.scoringVersion = it.scoringVersion();
            submission.releasedScore = it.releasedScore();
            submission.scoredAt = it.scoredAt();
            return true;
        });
    }

    Handling rejected(SubmissionRejected it) {
        return apply(it.submissionId(), submission -> {
            if (!Transition.ends(submission.state())) {
                return false;
            }
            submission.finish(SubmissionState.REJECTED);
            submission.problems = it.problems().toString();
            submission.counts = it.counts().toString();
            submission.rejectedAt = it.rejectedAt();
            return true;
        });
    }

    Handling failed(SubmissionFailed it) {
        return apply(it.submissionId(), submission -> {
            if (!Transition.ends(submission.state())) {
                return false;
            }
            submission.finish(SubmissionState.FAILED);
            submission.reason = it.reason();
            submission.failedAt = it.failedAt();
            return true;
        });
    }

    private Handling apply(UUID id, Predicate<SubmissionEntity> change) {
        return submissions
                .lock(id)
                .map(submission -> {
                    if (change.test(submission)) {
                        signals.send(id);
                    }
                    return Handling.done();
                })
                .orElseGet(() -> Handling.waiting("submission " + id));
    }
}
