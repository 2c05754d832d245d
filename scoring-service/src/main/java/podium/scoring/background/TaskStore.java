package podium.scoring.background;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import podium.kit.event.EventJson;
import podium.kit.id.Ids;
import podium.kit.signal.Signals;

/**
 * The tasks. A claim is a lease that its holder renews: when the holder dies, the lease runs out and another replica takes
 * over; when the holder was only slow, its commit finds the claim gone and nothing of it counts. So the effect of a task is
 * there exactly once.
 */
@ApplicationScoped
public class TaskStore {
    /** Hears of new tasks. */
    public static final String CHANNEL = "task";

    private final EntityManager entities;
    private final Signals signals;

    @Inject
    TaskStore(EntityManager entities, Signals signals) {
        this.entities = entities;
        this.signals = signals;
    }

    /** Adds a task in the caller's transaction and wakes the replicas when it commits. One attempt has one of each kind. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(UUID contestId, UUID attemptId, BackgroundTask.Kind kind) {
        UUID id = Ids.next();
        entities.createNativeQuery("""
                        insert into dataset_task (id, contest_id, attempt_id, kind)
                        values (:id, :contest, :attempt, :kind) on conflict do nothing""")
                .setParameter("id", id)
                .setParameter("contest", contestId)
                .setParameter("attempt", attemptId)
                .setParameter("kind", kind.name().toLowerCase(Locale.ROOT))
                .executeUpdate();
        signals.send(CHANNEL, id.toString());
    }

    /** Claims the oldest task that nobody holds, in a transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<BackgroundTask> claim(Duration lease) {
        List<?> rows = entities.createNativeQuery("""
                        update dataset_task
                        set claim = :claim, tries = tries + 1,
                            lease_until = clock_timestamp() + make_interval(secs => :seconds)
                        where id = (
                            select id from dataset_task
                            where done_at is null and (lease_until is null or lease_until < clock_timestamp())
                            order by created_at limit 1 for update skip locked)
                        returning id, contest_id, attempt_id, kind, claim, tries""", Tuple.class)
                .setParameter("claim", Ids.next())
                .setParameter("seconds", seconds(lease))
                .getResultList();
        return rows.stream().findFirst().map(row -> task((Tuple) row));
    }

    /**
     * Holds the claim for longer, in a transaction of its own.
     *
     * @return whether the claim was still there
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean renew(BackgroundTask task, Duration lease) {
        return entities.createNativeQuery("""
                                update dataset_task
                                set lease_until = clock_timestamp() + make_interval(secs => :seconds)
                                where id = :id and claim = :claim and done_at is null""")
                        .setParameter("seconds", seconds(lease))
                        .setParameter("id", task.id())
                        .setParameter("claim", task.claim())
                        .executeUpdate()
                == 1;
    }

    /** Notes how far a task is, in a transaction of its own; nothing if it is no longer this replica's. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void tell(BackgroundTask task, TaskProgress progress) {
        entities.createNativeQuery("""
                        update dataset_task set progress = cast(:progress as jsonb)
                        where id = :id and claim = :claim and done_at is null""")
                .setParameter("progress", EventJson.write(progress))
                .setParameter("id", task.id())
                .setParameter("claim", task.claim())
                .executeUpdate();
    }

    /** How far the task of an attempt is, empty if it has not begun or is done. */
    @Transactional
    public Optional<TaskProgress> progress(UUID attemptId) {
        List<?> rows = entities.createNativeQuery("""
                        select cast(progress as text) from dataset_task
                        where attempt_id = :attempt and done_at is null and progress is not null
                        order by created_at desc limit 1""", String.class)
                .setParameter("attempt", attemptId)
                .getResultList();
        return rows.stream().findFirst().map(row -> read((String) row));
    }

    private static TaskProgress read(String json) {
        try {
            return EventJson.read(json.getBytes(StandardCharsets.UTF_8), TaskProgress.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept progress cannot be read", e);
        }
    }

    /** Gives a task back that could not be done now; it may be claimed again after a while. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void giveBack(BackgroundTask task, Duration after) {
        renew(task, after);
    }

    /**
     * Ends a task, in the transaction of its effect.
     *
     * @throws ClaimLostException it is no longer this replica's
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void done(BackgroundTask task) {
        int updated = entities.createNativeQuery("""
                        update dataset_task set done_at = clock_timestamp()
                        where id = :id and claim = :claim and done_at is null""")
                .setParameter("id", task.id())
                .setParameter("claim", task.claim())
                .executeUpdate();
        if (updated != 1) {
            throw new ClaimLostException(task.id());
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static BackgroundTask task(Tuple row) {
        return new BackgroundTask(
                row.get("id", UUID.class),
                row.get("contest_id", UUID.class),
                row.get("attempt_id", UUID.class),
                BackgroundTask.Kind.valueOf(row.get("kind", String.class).toUpperCase(Locale.ROOT)),
                row.get("claim", UUID.class),
                row.get("tries", Integer.class));
    }
}
