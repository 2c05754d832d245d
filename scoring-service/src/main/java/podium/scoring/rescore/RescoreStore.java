package podium.scoring.rescore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.scoring.version.RescoreEntity;

/** Rescores. Everything runs in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RescoreStore {
    private final EntityManager entities;

    @Inject
    RescoreStore(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * How far a dry run is.
     *
     * @param done files that have a candidate
     * @param total all files
     * @param perSecond files a second of late, 0 where nothing happened of late
     */
    record Progress(long done, long total, double perSecond) {}

    void add(RescoreEntity rescore) {
        entities.persist(rescore);
        entities.flush();
    }

    Optional<RescoreEntity> find(UUID id) {
        return Optional.ofNullable(entities.find(RescoreEntity.class, id));
    }

    /** Rescores of a contest, the newest first. */
    List<RescoreEntity> page(UUID contestId, @Nullable UUID before, int most) {
        String older = before == null ? "" : " and id < :before";
        TypedQuery<RescoreEntity> query = entities.createQuery(
                        "from RescoreEntity where contestId = :contest" + older + " order by id desc",
                        RescoreEntity.class)
                .setParameter("contest", contestId)
                .setMaxResults(most);
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.getResultList();
    }

    /** A rescore, its row locked until the transaction ends. */
    RescoreEntity lock(UUID id) {
        return Optional.ofNullable(entities.find(RescoreEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new IllegalStateException("Rescore " + id + " is gone"));
    }

    /** The rescores that are being applied. */
    List<UUID> applying() {
        return entities.createQuery("select id from RescoreEntity where state = 'applying' order by id", UUID.class)
                .getResultList();
    }

    /** The rescores that were applied, in the order in which they were. */
    List<RescoreEntity> applied() {
        return entities.createQuery(
                        "from RescoreEntity where state = 'applied' order by appliedAt, id", RescoreEntity.class)
                .getResultList();
    }

    /** The next version number of a contest; numbers of discarded ones are not used again. */
    int nextVersion(UUID contestId) {
        return ((Number) entities.createNativeQuery(
                                "select coalesce(max(scoring_version), 1) + 1 from rescore where contest_id = :contest")
                        .setParameter("contest", contestId)
                        .getSingleResult())
                .intValue();
    }

    /** How many scores of a contest are of files that were not noted, so that they cannot be scored again. */
    long countWithoutFile(UUID contestId, int version) {
        return (Long) entities.createNativeQuery("""
                        select count(*) from outcome o
                        where o.contest_id = :contest and o.scoring_version = :version and o.state = 'scored'
                          and not exists (select from scored_file f where f.submission_id = o.submission_id)""", Long.class)
                .setParameter("contest", contestId)
                .setParameter("version", version)
                .getSingleResult();
    }

    /** How far a dry run is. */
    Progress progress(RescoreEntity rescore) {
        Tuple row = (Tuple) entities.createNativeQuery("""
                        with made as (
                            select count(*) as done,
                                count(*) filter (where decided_at > clock_timestamp() - interval '30 seconds') as lately,
                                extract(epoch from clock_timestamp() - greatest(
                                    cast(:since as timestamptz), clock_timestamp() - interval '30 seconds')) as seconds
                            from outcome where contest_id = :contest and scoring_version = :version)
                        select done, lately / greatest(seconds, 0.001) as rate,
                            (select count(*) from scoring_task
                             where contest_id = :contest and scoring_version = :version) as open
                        from made""", Tuple.class)
                .setParameter("since", rescore.createdAt)
                .setParameter("contest", rescore.contestId)
                .setParameter("version", rescore.scoringVersion)
                .getSingleResult();
        long done = row.get("done", Long.class);
        long open = row.get("open", Long.class);
        return new Progress(done, done + open, ((Number) row.get("rate")).doubleValue());
    }
}
