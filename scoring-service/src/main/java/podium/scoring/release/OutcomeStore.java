package podium.scoring.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Outcomes, and how far each team's have been released. Everything runs in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class OutcomeStore {
    private final EntityManager entities;

    @Inject
    OutcomeStore(EntityManager entities) {
        this.entities = entities;
    }

    boolean exists(UUID submissionId, int scoringVersion) {
        return entities.find(OutcomeEntity.class, new OutcomeEntity.Id(submissionId, scoringVersion)) != null;
    }

    void add(OutcomeEntity outcome) {
        entities.persist(outcome);
    }

    /** The team's row, locked until the transaction ends; made if it is not there. */
    TeamReleaseEntity lock(UUID teamId, UUID contestId) {
        TeamReleaseEntity team = find(teamId);
        if (team == null) {
            entities.createNativeQuery(
                            "insert into team_release (team_id, contest_id) values (:team, :contest) on conflict do nothing")
                    .setParameter("team", teamId)
                    .setParameter("contest", contestId)
                    .executeUpdate();
            team = find(teamId);
        }
        if (team == null) {
            throw new IllegalStateException("The row of team " + teamId + " is gone");
        }
        return team;
    }

    private @Nullable TeamReleaseEntity find(UUID teamId) {
        return entities.find(TeamReleaseEntity.class, teamId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The outcomes of a team from an ordinal on, in the team's order. */
    List<OutcomeEntity> from(UUID teamId, int ordinal, int scoringVersion) {
        return entities.createQuery(
                        "from OutcomeEntity where teamId = :team and ordinal >= :ordinal"
                                + " and id.scoringVersion = :version order by ordinal",
                        OutcomeEntity.class)
                .setParameter("team", teamId)
                .setParameter("ordinal", ordinal)
                .setParameter("version", scoringVersion)
                .getResultList();
    }

    /** How many outcomes of a contest are released. */
    long countReleased(UUID contestId, int scoringVersion) {
        return entities.createQuery(
                        "select count(*) from OutcomeEntity where contestId = :contest"
                                + " and id.scoringVersion = :version and releasedAt is not null",
                        Long.class)
                .setParameter("contest", contestId)
                .setParameter("version", scoringVersion)
                .getSingleResult();
    }

    /** The scored submissions of a contest. */
    List<OutcomeEntity> scored(UUID contestId, int scoringVersion) {
        return entities.createQuery(
                        "from OutcomeEntity where contestId = :contest and id.scoringVersion = :version"
                                + " and state = 'scored' and releasedAt is not null order by teamId, ordinal",
                        OutcomeEntity.class)
                .setParameter("contest", contestId)
                .setParameter("version", scoringVersion)
                .getResultList();
    }

    /** A page of all released outcomes, after an event's id, in the order of these ids. */
    List<OutcomeEntity> releasedAfter(UUID eventId, int size) {
        return entities.createQuery("from OutcomeEntity where eventId > :after order by eventId", OutcomeEntity.class)
                .setParameter("after", eventId)
                .setMaxResults(size)
                .getResultList();
    }
}
