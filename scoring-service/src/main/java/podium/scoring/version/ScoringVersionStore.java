package podium.scoring.version;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The scoring versions of contests. Whoever brings, decides or reveals something of a contest holds its versions shared, from
 * the beginning of the transaction, so that none of them changes meanwhile; whoever begins, applies or discards a rescore
 * holds them alone for a moment. So a new submission is never missed by a rescore that begins, nor decided under a version
 * that is history.
 */
@ApplicationScoped
public class ScoringVersionStore {
    /** The scoring version of a contest that was never rescored. */
    public static final int FIRST = 1;

    private final EntityManager entities;

    @Inject
    ScoringVersionStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Keeps the versions of a contest as they are until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(UUID contestId) {
        lock("pg_advisory_xact_lock_shared", contestId);
    }

    /** Waits for all who hold the versions of a contest, and keeps them out until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void holdAlone(UUID contestId) {
        lock("pg_advisory_xact_lock", contestId);
    }

    private void lock(String function, UUID contestId) {
        // The answer is of type void, which JDBC does not know.
        entities.createNativeQuery("select cast(" + function + "(hashtextextended(:key, 0)) as text)")
                .setParameter("key", "scoring-version:" + contestId)
                .getSingleResult();
    }

    /** The version that submissions of a contest are scored and shown under. */
    @Transactional
    public int current(UUID contestId) {
        return entities.createQuery(
                        "select max(scoringVersion) from RescoreEntity where contestId = :contest and switchedAt is not null",
                        Integer.class)
                .setParameter("contest", contestId)
                .getResultStream()
                .flatMap(version -> Optional.ofNullable(version).stream())
                .findFirst()
                .orElse(FIRST);
    }

    /** The version that a dry run makes candidates of, empty if there is none. */
    @Transactional
    public OptionalInt candidate(UUID contestId) {
        return inProgress(contestId)
                .filter(rescore -> rescore.switchedAt == null)
                .map(rescore -> OptionalInt.of(rescore.scoringVersion))
                .orElseGet(OptionalInt::empty);
    }

    /** The rescore of a contest that is neither applied nor discarded. */
    @Transactional
    public Optional<RescoreEntity> inProgress(UUID contestId) {
        return first(entities.createQuery(
                        "from RescoreEntity where contestId = :contest and state in ('open', 'applying')",
                        RescoreEntity.class)
                .setParameter("contest", contestId)
                .getResultList());
    }

    /** What a version of a contest scores by. */
    @Transactional
    public ScoringRules rules(UUID contestId, int version) {
        return version == FIRST
                ? ScoringRules.FIRST
                : first(entities.createQuery(
                                        "from RescoreEntity where contestId = :contest and scoringVersion = :version",
                                        RescoreEntity.class)
                                .setParameter("contest", contestId)
                                .setParameter("version", version)
                                .getResultList())
                        .orElseThrow(() -> new IllegalStateException("No version " + version + " of " + contestId))
                        .rules();
    }

    private static Optional<RescoreEntity> first(List<RescoreEntity> found) {
        return found.stream().findFirst();
    }
}
