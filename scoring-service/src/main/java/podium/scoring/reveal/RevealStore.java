package podium.scoring.reveal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** How far private scores are revealed. */
@ApplicationScoped
public class RevealStore {
    private final EntityManager entities;

    @Inject
    RevealStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Whether everything that there is to reveal of a contest was revealed. */
    @Transactional
    public boolean isComplete(UUID contestId) {
        return !entities.createNativeQuery(
                        "select contest_id from settlement where contest_id = :contest and completed_at is not null",
                        UUID.class)
                .setParameter("contest", contestId)
                .getResultList()
                .isEmpty();
    }
}
