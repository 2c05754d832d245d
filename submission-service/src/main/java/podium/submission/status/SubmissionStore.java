package podium.submission.status;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Submissions in the database. */
@ApplicationScoped
public class SubmissionStore implements PanacheRepositoryBase<SubmissionEntity, UUID> {

    /** One of a contest, as it is at this moment. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<SubmissionEntity> read(UUID id) {
        return findByIdOptional(id);
    }

    /** Holds a submission until the transaction ends. */
    public Optional<SubmissionEntity> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Keeps a released score, the old one with the new; once for a scoring version. */
    public void keepScore(UUID id, int scoringVersion, double releasedScore, Instant scoredAt) {
        getEntityManager()
                .createNativeQuery("""
                        insert into submission_score (submission_id, scoring_version, released_score, scored_at)
                        values (:id, :version, :score, :at) on conflict do nothing""")
                .setParameter("id", id)
                .setParameter("version", scoringVersion)
                .setParameter("score", releasedScore)
                .setParameter("at", scoredAt)
                .executeUpdate();
    }

    /** What a person sent under a key. */
    public Optional<SubmissionEntity> byKey(UUID contestId, String subjectId, String key) {
        return find("contestId = ?1 and subjectId = ?2 and idempotencyKey = ?3", contestId, subjectId, key)
                .firstResultOptional();
    }

    /** The last ordinal of a team, 0 if it has sent nothing; the caller holds the team's lock. */
    public int lastOrdinal(UUID teamId) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select coalesce(max(ordinal), 0) from submission where team_id = :team")
                        .setParameter("team", teamId)
                        .getSingleResult())
                .intValue();
    }

    /** The newest of a contest, or of one of its teams, from before one of them. */
    List<SubmissionEntity> page(UUID contestId, @Nullable UUID teamId, @Nullable UUID before, int limit) {
        String condition = "contestId = ?1"
                + (teamId == null ? "" : " and teamId = ?2")
                + (before == null ? "" : " and id < ?" + (teamId == null ? 2 : 3));
        List<Object> values = new ArrayList<>(List.of(contestId));
        if (teamId != null) {
            values.add(teamId);
        }
        if (before != null) {
            values.add(before);
        }
        return find(condition + " order by id desc", values.toArray())
                .page(0, limit)
                .list();
    }

    /** All, in the order of their ids, from after one of them. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<SubmissionEntity> after(UUID id, int limit) {
        return find("id > ?1 order by id", id).page(0, limit).list();
    }

    /** Some whose outcome is overdue and that no other replica is looking after. */
    public List<SubmissionEntity> lockOverdue(Instant now, int limit) {
        List<SubmissionEntity> overdue = new ArrayList<>();
        for (Object row : getEntityManager()
                .createNativeQuery(
                        "select * from submission where due_at <= :now order by due_at limit :limit for update skip locked",
                        SubmissionEntity.class)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList()) {
            overdue.add((SubmissionEntity) row);
        }
        return overdue;
    }

    /** Those of the submissions that their teams put forward for the private board. */
    Set<UUID> selected(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        List<?> rows = getEntityManager()
                .createNativeQuery(
                        "select submission_id from final_selection where submission_id in (:ids)", UUID.class)
                .setParameter("ids", ids)
                .getResultList();
        return rows.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }
}
