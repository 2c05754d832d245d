package podium.scoring.contest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The contests that scoring has heard of. */
@ApplicationScoped
public class ContestStore {
    private final EntityManager entities;

    @Inject
    ContestStore(EntityManager entities) {
        this.entities = entities;
    }

    /** The newest snapshot of a contest, empty if scoring has not heard of it yet. */
    @Transactional
    public Optional<KnownContest> find(UUID contestId) {
        return Optional.ofNullable(entities.find(ContestEntity.class, contestId))
                .map(ContestEntity::known);
    }

    /** The same by the contest's name in URLs. */
    @Transactional
    public Optional<KnownContest> findBySlug(String slug) {
        return entities.createQuery("from ContestEntity where slug = :slug", ContestEntity.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst()
                .map(ContestEntity::known);
    }
}
