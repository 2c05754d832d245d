package podium.scoring.release;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import podium.kit.id.Ids;
import podium.kit.outbox.Outbox;
import podium.kit.time.TimeSource;
import podium.scoring.contest.ContestStore;
import podium.scoring.contest.KnownContest;
import podium.scoring.metric.Direction;

/**
 * Keeps what became of a submission, and releases the outcomes of its team that are due.
 *
 * <p>Scoring runs in parallel; this is the step that does not. Under the lock of the team's row an outcome is noted and then
 * the longest run without a gap, from the ordinal that comes next, is released, each outcome with its event, in the
 * caller's transaction. An outcome that comes before its turn waits in the table; the one that fills the gap releases it.
 *
 * <p>What is released of a score the contest's {@link ReleaseRule} says, from the score and what the team was last told;
 * rejected and failed submissions change nothing for it. Every outcome keeps the place at which it was released and all
 * that the rule saw, so the sequence of a team can be played again: from its released outcomes in the order of these
 * places, which is the order of the ordinals but for those that are scored late.
 */
@ApplicationScoped
public class ReleasingOutcomes {
    /** The scoring version of a contest that was never rescored. */
    public static final int FIRST_VERSION = 1;

    private final OutcomeStore store;
    private final Outbox outbox;
    private final TimeSource time;
    private final ContestStore contests;

    @Inject
    ReleasingOutcomes(OutcomeStore store, Outbox outbox, TimeSource time, ContestStore contests) {
        this.store = store;
        this.contests = contests;
        this.outbox = outbox;
        this.time = time;
    }

    /** Whether it is decided what became of a submission; once it is, it stays. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isDecided(UUID submissionId) {
        return store.exists(submissionId, FIRST_VERSION);
    }

    /**
     * Decides what became of a submission, unless that is decided already, and releases what is due.
     *
     * @return whether this decided it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean decide(Submission submission, Outcome outcome) {
        TeamReleaseEntity team = store.lock(submission.teamId(), submission.contestId());
        // Only under the lock is this certain: the same submission may be in the hands of two replicas.
        if (store.exists(submission.id(), FIRST_VERSION)) {
            return false;
        }
        Instant now = time.now();
        store.add(OutcomeEntity.of(submission, FIRST_VERSION, outcome, now));
        releaseDue(team, now);
        return true;
    }

    private void releaseDue(TeamReleaseEntity team, Instant now) {
        List<OutcomeEntity> waiting = store.from(team.teamId, team.nextOrdinal, FIRST_VERSION);
        for (OutcomeEntity outcome : waiting) {
            if (outcome.ordinal != team.nextOrdinal) {
                return;
            }
            release(team, outcome, now);
        }
    }

    private void release(TeamReleaseEntity team, OutcomeEntity outcome, Instant now) {
        boolean accepted = outcome.state.equals(OutcomeEntity.SCORED) && releaseScore(team, outcome);
        UUID eventId = Ids.next();
        outcome.eventId = eventId;
        outcome.releasedAt = now;
        outcome.releasePosition = ++team.releasedCount;
        team.nextOrdinal++;
        String key = outcome.contestId.toString();
        outbox.append(OutcomeEvents.TOPIC, key, eventId, now, OutcomeEvents.payload(outcome));
        if (accepted && Double.isFinite(outcome.blockScore().standardError())) {
            UUID statisticsEventId = Ids.next();
            outcome.statisticsEventId = statisticsEventId;
            outbox.append(ScoreStatistics.TOPIC, key, statisticsEventId, now, OutcomeEvents.statistics(outcome));
        }
    }

    /** Releases the outcome's own score, or the team's last one again; returns whether it was its own. */
    private boolean releaseScore(TeamReleaseEntity team, OutcomeEntity outcome) {
        Optional<LastRelease> own = rule(outcome).release(team.last(), outcome.blockScore());
        own.ifPresent(team::setLast);
        outcome.releasedScore = team.releasedScore;
        return own.isPresent();
    }

    private ReleaseRule rule(OutcomeEntity outcome) {
        KnownContest contest = contests.find(outcome.contestId)
                .orElseThrow(() -> new IllegalStateException("Scored without a contest: " + outcome.contestId));
        return ReleaseRule.of(
                contest.board(),
                Direction.ofWireName(requireNonNull(outcome.direction)),
                requireNonNull(outcome.decimals),
                requireNonNull(outcome.publicRows));
    }
}
