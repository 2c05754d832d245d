package podium.submission.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import podium.submission.contest.ContestStore;
import podium.submission.contest.Phases;

/** Watches for the released score that reaches a contest's target. */
@ApplicationScoped
class LastCall {
    private final ContestStore contests;
    private final Phases phases;

    LastCall(ContestStore contests, Phases phases) {
        this.contests = contests;
        this.phases = phases;
    }

    /** Starts last call if this score is the first to reach the target. It may lock the contest: before any submission. */
    void consider(SubmissionScored it) {
        contests.contest(it.contestId())
                .filter(contest ->
                        contest.state().running() && contest.timeline().lastCallAt() == null)
                .map(contest -> contest.definition().targetScore())
                .filter(target -> target.reachedBy(it.releasedScore(), it.direction()))
                .ifPresent(target -> phases.reached(it.contestId(), target.lastCall()));
    }
}
