package podium.submission.contest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.kit.time.TimeSource;
import podium.submission.definition.ContestDefinition;

/**
 * Moves contests from one state to the next. Each move, its event and its entry in the history are one transaction. Whoever
 * moves a contest first does what the clock would have done by then, so that no second is won by being quicker than the clock's
 * job.
 */
@ApplicationScoped
public class Phases {
    private final ContestStore store;
    private final Announcing announcing;
    private final TimeSource time;

    Phases(ContestStore store, Announcing announcing, TimeSource time) {
        this.store = store;
        this.announcing = announcing;
        this.time = time;
    }

    /** What has to hold for a move, and what it changes beside the state; empty if nothing speaks against it. */
    private interface Step {
        Optional<ContestChange> take(ContestEntity entity, Instant now);
    }

    /** Announces a draft whose data are released: it opens by the clock. */
    @Transactional
    public ContestChange schedule(UUID id, String by) {
        return move(id, Move.SCHEDULE, by, null, (entity, now) -> {
            Instant opensAt = entity.readDefinition().opensAt();
            if (opensAt == null) {
                return Optional.of(new ContestChange.NoOpening());
            }
            Optional<ContestChange> refusal = readyToOpen(entity, now);
            if (refusal.isEmpty()) {
                entity.opensAt = opensAt;
                entity.announcedAt = now;
            }
            return refusal;
        });
    }

    /** Takes an announcement back. */
    @Transactional
    public ContestChange withdraw(UUID id, String by) {
        return move(id, Move.WITHDRAW, by, null, (entity, now) -> {
            entity.opensAt = null;
            entity.announcedAt = null;
            return Optional.empty();
        });
    }

    /** Opens a contest whose data are released, now. */
    @Transactional
    public ContestChange open(UUID id, String by) {
        return move(id, Move.OPEN_UP, by, null, (entity, now) -> {
            Instant opensAt = entity.readDefinition().opensAt();
            if (entity.releasedAt != null && opensAt != null && now.isBefore(opensAt)) {
                return Optional.of(new ContestChange.TooEarly(opensAt));
            }
            Optional<ContestChange> refusal = readyToOpen(entity, now);
            if (refusal.isEmpty()) {
                opened(entity, now, now);
            }
            return refusal;
        });
    }

    /** Takes no submissions for a while; what is being uploaded has the grace. */
    @Transactional
    public ContestChange pause(UUID id, String by, String reason) {
        return move(id, Move.PAUSE, by, reason, (entity, now) -> {
            entity.pausedAt = now;
            entity.resumedAt = null;
            return Optional.empty();
        });
    }

    /** Ends a pause. */
    @Transactional
    public ContestChange resume(UUID id, String by) {
        return move(id, Move.RESUME, by, null, (entity, now) -> {
            entity.resumedAt = now;
            return Optional.empty();
        });
    }

    /** Closes a contest before its time. */
    @Transactional
    public ContestChange close(UUID id, String by) {
        // The time is read after the lock: every upload that got its place before us was received before this moment.
        return move(id, Move.CLOSE, by, null, (entity, now) -> closed(entity, now));
    }

    /** Ends a contest that is settled without an award. */
    @Transactional
    public ContestChange end(UUID id, String by, String reason) {
        return move(
                id,
                Move.END,
                by,
                reason,
                (entity, now) -> entity.settledAt == null
                        ? Optional.of(new ContestChange.NotSettled(ContestState.of(entity.state)))
                        : Optional.empty());
    }

    /** Gives a contest up before its deadline. */
    @Transactional
    public ContestChange cancel(UUID id, String by, String reason) {
        return move(id, Move.CANCEL, by, reason, (entity, now) -> {
            entity.closedAt = now;
            return Optional.empty();
        });
    }

    /**
     * Archives a contest that is over: the keys of its data are destroyed, which cannot be undone. Nothing if it is archived
     * already.
     */
    @Transactional
    public ContestChange archive(UUID id, String by) {
        ContestEntity entity = store.lock(id).orElseThrow();
        if (entity.state.equals(ContestState.ARCHIVED.wire())) {
            return new ContestChange.Done(entity.toContest());
        }
        return move(
                id,
                Move.ARCHIVE,
                by,
                entity.reason,
                (row, now) -> store.undecidedSubmissions(id) > 0
                        ? Optional.of(new ContestChange.NotSettled(ContestState.of(row.state)))
                        : Optional.empty());
    }

    /** Starts last call, at the first released score that reaches the target; while the contest is paused, for afterwards. */
    @Transactional(TxType.MANDATORY)
    public void reached(UUID id, Duration lastCall) {
        ContestEntity entity = store.lock(id).orElseThrow();
        Instant now = time.now();
        catchUp(entity, now);
        if (entity.lastCallAt != null || !ContestState.of(entity.state).running()) {
            return;
        }
        entity.lastCallAt = now;
        entity.closesAt = now.plus(lastCall);
        if (Move.REACH_TARGET.possibleIn(ContestState.of(entity.state))) {
            moved(entity, Move.REACH_TARGET, null, null, now);
        } else {
            announcing.changed(entity, now, "target-reached", null, new Deadline(entity.closesAt));
        }
    }

    /** What the history says of a deadline that changes without a move. */
    record Deadline(Instant deadline) {}

    /** Notes that every private score is revealed; false if the contest is not known to be settled here yet. */
    @Transactional(TxType.MANDATORY)
    public boolean revealed(UUID id) {
        Optional<ContestEntity> entity = store.lock(id);
        if (entity.isEmpty() || entity.get().settledAt == null) {
            return false;
        }
        if (Move.VERIFY.possibleIn(ContestState.of(entity.get().state))) {
            moved(entity.get(), Move.VERIFY, null, null, time.now());
        }
        return true;
    }

    /**
     * Notes that the winner is confirmed; false if the contest is not known to be verified here yet.
     *
     * @param data what the history says of the winner
     */
    @Transactional(TxType.MANDATORY)
    public boolean confirmed(UUID id, String judge, Object data) {
        Optional<ContestEntity> entity = store.lock(id);
        if (entity.isEmpty() || ContestState.of(entity.get().state).before(ContestState.VERIFYING)) {
            return false;
        }
        if (Move.AWARD.possibleIn(ContestState.of(entity.get().state))) {
            Instant now = time.now();
            announcing.note(id, now, "winner-confirmed", judge, data);
            moved(entity.get(), Move.AWARD, judge, null, now);
        }
        return true;
    }

    /** Moves one contest whose time has come; false if there is none. */
    @Transactional
    public boolean moveOneDue() {
        Instant now = time.now();
        return store.lockDue(now).map(entity -> catchUp(entity, now)).isPresent();
    }

    /** Makes the moves of the clock that are due by now. */
    @Transactional(TxType.MANDATORY)
    ContestEntity catchUp(ContestEntity entity, Instant now) {
        if (entity.state.equals(ContestState.SCHEDULED.wire())
                && entity.opensAt != null
                && !now.isBefore(entity.opensAt)) {
            opened(entity, entity.opensAt, now);
            moved(entity, Move.OPEN_UP, null, null, now);
        }
        if (ContestState.of(entity.state).running() && !now.isBefore(entity.closesAt)) {
            var _ = closed(entity, entity.closesAt);
            moved(entity, Move.CLOSE, null, null, now);
        }
        return entity;
    }

    private ContestChange move(UUID id, Move move, String by, @Nullable String reason, Step step) {
        ContestEntity entity = store.lock(id).orElseThrow();
        Instant now = time.now();
        catchUp(entity, now);
        ContestState state = ContestState.of(entity.state);
        if (!move.possibleIn(state)) {
            return new ContestChange.Impossible(move, state);
        }
        return step.take(entity, now).orElseGet(() -> new ContestChange.Done(moved(entity, move, by, reason, now)));
    }

    private Contest moved(ContestEntity entity, Move move, @Nullable String by, @Nullable String reason, Instant now) {
        ContestState from = ContestState.of(entity.state);
        ContestState to = move.to(entity.lastCallAt != null);
        entity.state = to.wire();
        entity.reason = reason;
        Instant deadline = entity.closedAt == null ? entity.closesAt : entity.closedAt;
        var entry = new Announcing.StateChanged(move, from, to, deadline, reason);
        return announcing.changed(entity, now, "state-changed", by, entry);
    }

    private static Optional<ContestChange> readyToOpen(ContestEntity entity, Instant now) {
        if (entity.releasedAt == null) {
            return Optional.of(new ContestChange.DataNotReleased());
        }
        return now.isBefore(entity.closesAt)
                ? Optional.empty()
                : Optional.of(new ContestChange.TooLate(entity.closesAt));
    }

    private static void opened(ContestEntity entity, Instant openedAt, Instant now) {
        entity.openedAt = openedAt;
        entity.announcedAt = entity.announcedAt == null ? now : entity.announcedAt;
    }

    private static Optional<ContestChange> closed(ContestEntity entity, Instant closedAt) {
        ContestDefinition definition = entity.readDefinition();
        entity.closedAt = closedAt;
        entity.settlesAt = closedAt.plus(definition.submissions().grace());
        return Optional.empty();
    }
}
