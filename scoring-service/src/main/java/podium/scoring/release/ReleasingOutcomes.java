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

/**
 * Keeps what became of a submission, and releases the outcomes of its team that are due.
 *
 * <p>Scoring runs in parallel; this is the step that does not. Under the lock of the team's row an outcome is noted and then
 * the longest run without a gap, from the ordinal that comes next, is released, each outcome with its event, in the
 * caller's transaction. An outcome that comes before its turn waits in the table; the one that fills the gap releases it.
 */
@ApplicationScoped
public class ReleasingOutcomes {
    /** The scoring version of a contest that was never rescored. */
    public static final int FIRST_VERSION = 1;

    private final OutcomeStore store;
    private final Outbox outbox;
    private final TimeSource time;

    @Inject
    ReleasingOutcomes(OutcomeStore store, Outbox outbox, TimeSource time) {
        this.store = store;
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
        if (outcome.state.equals(OutcomeEntity.SCORED)) {
            ReleaseRule rule = ReleaseRule.rounded(requireNonNull(outcome.decimals));
            outcome.releasedScore =
                    rule.release(Optional.ofNullable(team.releasedScore), requireNonNull(outcome.publicScore));
            team.releasedScore = outcome.releasedScore;
        }
        UUID eventId = Ids.next();
        outcome.eventId = eventId;
        outcome.releasedAt = now;
        team.nextOrdinal++;
        outbox.append(OutcomeEvents.TOPIC, outcome.contestId.toString(), eventId, now, OutcomeEvents.payload(outcome));
    }
}
