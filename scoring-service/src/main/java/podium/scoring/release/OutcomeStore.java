package podium.scoring.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.scoring.version.ScoringVersionStore;

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

    /** Those of the submissions that have an outcome under a version. */
    Set<UUID> existing(Collection<Submission> submissions, int scoringVersion) {
        return Set.copyOf(entities.createQuery(
                        "select id.submissionId from OutcomeEntity where id.scoringVersion = :version"
                                + " and id.submissionId in :submissions",
                        UUID.class)
                .setParameter("version", scoringVersion)
                .setParameter(
                        "submissions", submissions.stream().map(Submission::id).toList())
                .getResultList());
    }

    void add(OutcomeEntity outcome) {
        entities.persist(outcome);
    }

    /** The team's row, locked until the transaction ends; made if it is not there. */
    TeamReleaseEntity lock(UUID teamId, UUID contestId) {
        TeamReleaseEntity team = find(teamId);
        if (team == null) {
            entities.createNativeQuery(
                            "insert into team_release (team_id, contest_id, scoring_version) values (:team, :contest, :version)"
                                    + " on conflict do nothing")
                    .setParameter("team", teamId)
                    .setParameter("contest", contestId)
                    .setParameter("version", ScoringVersionStore.FIRST)
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

    /** The outcomes of a team that are released, in the order in which they were. */
    List<OutcomeEntity> released(UUID teamId, int scoringVersion) {
        return entities.createQuery(
                        "from OutcomeEntity where teamId = :team and id.scoringVersion = :version"
                                + " and releasedAt is not null order by releasePosition",
                        OutcomeEntity.class)
                .setParameter("team", teamId)
                .setParameter("version", scoringVersion)
                .getResultList();
    }

    /** The teams of a contest that have outcomes under a version. */
    List<UUID> teams(UUID contestId, int scoringVersion) {
        return entities.createQuery(
                        "select distinct teamId from OutcomeEntity where contestId = :contest"
                                + " and id.scoringVersion = :version order by teamId",
                        UUID.class)
                .setParameter("contest", contestId)
                .setParameter("version", scoringVersion)
                .getResultList();
    }

    /** Some teams of a contest whose releases are not of a version that they have outcomes under. */
    List<UUID> teamsBehind(UUID contestId, int scoringVersion, int most) {
        List<?> teams = entities.createNativeQuery("""
                        select team_id from team_release where contest_id = :contest and scoring_version < :version
                        union
                        select o.team_id from outcome o
                        where o.contest_id = :contest and o.scoring_version = :version
                          and not exists (select from team_release r where r.team_id = o.team_id)
                        order by team_id limit :most""", UUID.class)
                .setParameter("contest", contestId)
                .setParameter("version", scoringVersion)
                .setParameter("most", most)
                .getResultList();
        return teams.stream().map(UUID.class::cast).toList();
    }

    /** How many scores of a version are released that were decided by then. */
    int countScored(UUID contestId, int scoringVersion, Instant decidedBy) {
        return entities.createQuery(
                        "select count(*) from OutcomeEntity where contestId = :contest and id.scoringVersion = :version"
                                + " and state = 'scored' and releasedAt is not null and decidedAt <= :by",
                        Long.class)
                .setParameter("contest", contestId)
                .setParameter("version", scoringVersion)
                .setParameter("by", decidedBy)
                .getSingleResult()
                .intValue();
    }

    /** How many submissions that have a score under one version have none under a later one, though they were tried. */
    long countLost(UUID contestId, int before, int after) {
        return entities.createQuery(
                        "select count(*) from OutcomeEntity b, OutcomeEntity a where b.contestId = :contest"
                                + " and b.id.scoringVersion = :before and b.state = 'scored'"
                                + " and a.id.submissionId = b.id.submissionId and a.id.scoringVersion = :after"
                                + " and a.state <> 'scored'",
                        Long.class)
                .setParameter("contest", contestId)
                .setParameter("before", before)
                .setParameter("after", after)
                .getSingleResult();
    }

    /** Forgets all outcomes of a version. */
    void forget(UUID contestId, int scoringVersion) {
        entities.createQuery("delete OutcomeEntity where contestId = :contest and id.scoringVersion = :version")
                .setParameter("contest", contestId)
                .setParameter("version", scoringVersion)
                .executeUpdate();
    }

    /** Lets go of what was read. */
    void clear() {
        entities.clear();
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
