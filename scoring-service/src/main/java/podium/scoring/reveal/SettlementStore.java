package podium.scoring.reveal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Settlements and reveals. Everything runs in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SettlementStore {
    private final EntityManager entities;

    @Inject
    SettlementStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Keeps everybody out who decides an outcome of the contest, once those have ended who are at it. */
    void lockAgainstOutcomes(UUID contestId) {
        lock("pg_advisory_xact_lock", contestId);
    }

    /** Keeps a settlement out until the transaction ends; others who decide outcomes may come in too. */
    void lockAgainstSettlement(UUID contestId) {
        lock("pg_advisory_xact_lock_shared", contestId);
    }

    private void lock(String function, UUID contestId) {
        // The answer is of type void, which JDBC does not know.
        entities.createNativeQuery("select cast(" + function + "(hashtextextended(:key, 0)) as text)")
                .setParameter("key", "settlement:" + contestId)
                .getSingleResult();
    }

    /** The settlement of a contest, its row locked until the transaction ends. */
    Optional<SettlementEntity> find(UUID contestId) {
        return Optional.ofNullable(entities.find(SettlementEntity.class, contestId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Whether the reveal of a contest is done. */
    boolean isComplete(UUID contestId) {
        SettlementEntity settlement = entities.find(SettlementEntity.class, contestId);
        return settlement != null && settlement.isComplete();
    }

    void add(SettlementEntity settlement) {
        entities.persist(settlement);
    }

    void add(RevealEntity reveal) {
        entities.persist(reveal);
    }

    /** The complete settlements. */
    List<SettlementEntity> complete() {
        return entities.createQuery(
                        "from SettlementEntity where completedAt is not null order by contestId",
                        SettlementEntity.class)
                .getResultList();
    }

    /** A page of what was revealed in a contest, after a submission's id, in the order of these ids. */
    List<RevealEntity> revealedAfter(UUID contestId, UUID submissionId, int size) {
        return entities.createQuery(
                        "from RevealEntity where contestId = :contest and submissionId > :after order by submissionId",
                        RevealEntity.class)
                .setParameter("contest", contestId)
                .setParameter("after", submissionId)
                .setMaxResults(size)
                .getResultList();
    }
}
