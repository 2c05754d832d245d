package podium.submission.quota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reservations in the database, and what is used of quotas. */
@ApplicationScoped
class ReservationStore {
    private final EntityManager database;

    ReservationStore(EntityManager database) {
        this.database = database;
    }

    /** What counts against a team's day: accepted and not failed, and places whose lease runs. The caller holds the team's lock. */
    int used(UUID teamId, LocalDate day, Instant now) {
        return ((Number) database.createNativeQuery("""
                                select (select count(*) from submission
                                        where team_id = :team and quota_day = :day and state <> 'failed')
                                     + (select count(*) from reservation
                                        where team_id = :team and quota_day = :day and expires_at > :now)
                                """)
                        .setParameter("team", teamId)
                        .setParameter("day", day)
                        .setParameter("now", now)
                        .getSingleResult())
                .intValue();
    }

    boolean keyInUse(UUID contestId, String subjectId, String key, Instant now) {
        return !database.createNativeQuery("""
                        select 1 from reservation where contest_id = :contest and subject_id = :subject
                        and idempotency_key = :key and expires_at > :now
                        """)
                .setParameter("contest", contestId)
                .setParameter("subject", subjectId)
                .setParameter("key", key)
                .setParameter("now", now)
                .getResultList()
                .isEmpty();
    }

    void add(Reservation r, Instant expiresAt, @Nullable String key) {
        database.createNativeQuery("""
                        insert into reservation
                            (id, contest_id, team_id, subject_id, file_id, quota_day, received_at, expires_at, idempotency_key)
                        values (:id, :contest, :team, :subject, :file, :day, :receivedAt, :expiresAt, :key)
                        """)
                .setParameter("id", r.id())
                .setParameter("contest", r.contestId())
                .setParameter("team", r.teamId())
                .setParameter("subject", r.subjectId())
                .setParameter("file", r.fileId())
                .setParameter("day", r.quotaDay())
                .setParameter("receivedAt", r.receivedAt())
                .setParameter("expiresAt", expiresAt)
                .setParameter("key", key)
                .executeUpdate();
    }

    /** False if the lease is over. */
    boolean renew(UUID id, Instant now, Instant expiresAt) {
        return database.createNativeQuery(
                                "update reservation set expires_at = :expiresAt where id = :id and expires_at > :now")
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .setParameter("expiresAt", expiresAt)
                        .executeUpdate()
                == 1;
    }

    /** Gives the place up for the submission that takes it; false if the lease is over. */
    boolean redeem(UUID id, Instant now) {
        return database.createNativeQuery("delete from reservation where id = :id and expires_at > :now")
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    void release(UUID id) {
        database.createNativeQuery("delete from reservation where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    boolean knowsFile(UUID fileId) {
        return !database.createNativeQuery("""
                        select 1 from submission where file_id = :file
                        union all select 1 from reservation where file_id = :file
                        """)
                .setParameter("file", fileId)
                .getResultList()
                .isEmpty();
    }

    /** Removes what replicas left behind that died. */
    int removeExpired(Instant now) {
        return database.createNativeQuery("delete from reservation where expires_at <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
