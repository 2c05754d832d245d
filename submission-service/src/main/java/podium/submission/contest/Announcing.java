package podium.submission.contest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.kit.id.Ids;
import podium.kit.outbox.Outbox;
import podium.submission.history.History;

/** Numbers a change of a contest and tells of it: to other services and to the history, in the transaction of the change. */
@ApplicationScoped
class Announcing {
    private final Outbox outbox;
    private final History history;

    Announcing(Outbox outbox, History history) {
        this.outbox = outbox;
        this.history = history;
    }

    /** What the history says of a move. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StateChanged(
            Move move,
            ContestState from,
            ContestState to,
            Instant deadline,
            @Nullable String reason) {}

    /**
     * Tells of a change.
     *
     * @param actor who made it; null for the clock and for other services
     * @param data what the history says of it
     */
    Contest changed(ContestEntity entity, Instant now, String kind, @Nullable String actor, Object data) {
        Contest contest = numbered(entity, now);
        history.add(entity.id, now, kind, actor, data);
        return contest;
    }

    /** Tells of a contest that is new: its row has to be there before its history. */
    Contest numbered(ContestEntity entity, Instant now) {
        entity.version++;
        entity.changedAt = now;
        entity.eventId = Ids.next();
        Contest contest = entity.toContest();
        outbox.append(Contests.TOPIC, entity.id.toString(), entity.eventId, now, ContestChanged.of(contest, now));
        return contest;
    }

    /** Adds to the history what is no change of the contest itself. */
    void note(UUID contest, Instant now, String kind, @Nullable String actor, Object data) {
        history.add(contest, now, kind, actor, data);
    }
}
