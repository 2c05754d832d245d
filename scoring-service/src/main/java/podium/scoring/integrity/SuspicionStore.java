package podium.scoring.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.kit.event.EventJson;
import podium.kit.id.Ids;

/** The suspicions that are not confirmed yet. */
@ApplicationScoped
class SuspicionStore {
    private final EntityManager entities;

    @Inject
    SuspicionStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Adds a suspicion, unless it is there already. */
    @Transactional
    void add(FlagKind kind, KeptFile file, KeptFile other, Facts.@Nullable Residual residual) {
        entities.createNativeQuery("""
                        insert into suspicion (id, contest_id, kind, submission_id, other_id, residual)
                        values (:id, :contest, :kind, :submission, :other, cast(nullif(:residual, '') as jsonb))
                        on conflict do nothing""")
                .setParameter("id", Ids.next())
                .setParameter("contest", file.contestId())
                .setParameter("kind", kind.word())
                .setParameter("submission", file.submissionId())
                .setParameter("other", other.submissionId())
                .setParameter("residual", residual == null ? "" : EventJson.write(residual))
                .executeUpdate();
    }

    /** Claims the suspicion that has waited longest. */
    @Transactional
    Optional<Suspicion> claim(Duration lease) {
        List<?> rows = entities.createNativeQuery("""
                        update suspicion
                        set due_at = clock_timestamp() + make_interval(secs => :seconds), tries = tries + 1
                        where id = (
                            select id from suspicion where due_at <= clock_timestamp()
                            order by due_at limit 1 for update skip locked)
                        returning id, contest_id, kind, submission_id, other_id, cast(residual as text) as residual, tries""", Tuple.class)
                .setParameter("seconds", lease.toMillis() / 1000.0)
                .getResultList();
        return rows.stream().findFirst().map(row -> suspicion((Tuple) row));
    }

    /** Gives a suspicion back that could not be looked into now. */
    @Transactional
    void giveBack(Suspicion suspicion, Duration after) {
        entities.createNativeQuery(
                        "update suspicion set due_at = clock_timestamp() + make_interval(secs => :seconds) where id = :id")
                .setParameter("seconds", after.toMillis() / 1000.0)
                .setParameter("id", suspicion.id())
                .executeUpdate();
    }

    /** A suspicion is confirmed, or nothing is the matter. */
    @Transactional
    void remove(UUID id) {
        entities.createNativeQuery("delete from suspicion where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    private static Suspicion suspicion(Tuple row) {
        String residual = row.get("residual", String.class);
        return new Suspicion(
                row.get("id", UUID.class),
                row.get("contest_id", UUID.class),
                FlagKind.of(row.get("kind", String.class)).orElseThrow(),
                row.get("submission_id", UUID.class),
                row.get("other_id", UUID.class),
                residual == null ? null : KeptFile.json(residual, Facts.Residual.class),
                row.get("tries", Integer.class));
    }
}
