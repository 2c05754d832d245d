package podium.scoring.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** When the files of each contest are compared again. */
@ApplicationScoped
class PassStore {
    private final EntityManager entities;

    @Inject
    PassStore(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Claims a contest that is due and has something new.
     *
     * @param lease when it is due again if nothing is heard of this pass
     */
    @Transactional
    Optional<UUID> claim(Duration lease) {
        List<?> contests = entities.createNativeQuery("""
                        update integrity_pass set due_at = clock_timestamp() + make_interval(secs => :seconds)
                        where contest_id = (
                            select contest_id from integrity_pass p
                            where due_at <= clock_timestamp() and (
                                exists (select 1 from fingerprint f
                                    where f.contest_id = p.contest_id and f.compared_at is null)
                                or exists (select 1 from range_violation r
                                    where r.contest_id = p.contest_id and r.compared_at is null))
                            order by due_at limit 1 for update skip locked)
                        returning contest_id""", UUID.class)
                .setParameter("seconds", lease.toMillis() / 1000.0)
                .getResultList();
        return contests.stream().findFirst().map(UUID.class::cast);
    }

    /** A pass is done; the next one is not before the pause is over. */
    @Transactional
    void done(UUID contestId, Duration pause) {
        entities.createNativeQuery("""
                        update integrity_pass set due_at = clock_timestamp() + make_interval(secs => :seconds)
                        where contest_id = :contest""")
                .setParameter("seconds", pause.toMillis() / 1000.0)
                .setParameter("contest", contestId)
                .executeUpdate();
    }
}
