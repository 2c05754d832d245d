package podium.submission.contest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Contests in the database. To tell who may see what it also asks the tables entrant and submission, which belong to the
 * features built upon this one.
 */
@ApplicationScoped
public class ContestStore implements PanacheRepositoryBase<ContestEntity, UUID> {
    private static final String VISIBLE = """
            (:subject = any(c.organizers) or c.announced_at is not null and (c.visibility = 'public' or exists (
                select 1 from entrant e where e.contest_id = c.id and e.subject_id = :subject
                    and (e.status = 'accepted' or e.status = 'invited' and c.visibility = 'invited'))))
            """;

    /** By slug, if that person ("" for nobody) may see it. */
    Optional<Contest> visible(String slug, String subject) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select c.* from contest c where c.slug = :slug and " + VISIBLE, ContestEntity.class)
                .setParameter("slug", slug)
                .setParameter("subject", subject)
                .getResultList()
                .stream()
                .map(ContestEntity::toContest)
                .findFirst();
    }

    /** The newest first, from before an id. */
    List<Contest> page(String subject, @Nullable ContestState state, @Nullable UUID before, int limit) {
        String sql = "select c.* from contest c where " + VISIBLE
                + (state == null ? "" : " and c.state = :state")
                + (before == null ? "" : " and c.id < :before")
                + " order by c.id desc limit :limit";
        var query = getEntityManager()
                .createNativeQuery(sql, ContestEntity.class)
                .setParameter("subject", subject)
                .setParameter("limit", limit);
        if (state != null) {
            query.setParameter("state", state.wire());
        }
        if (before != null) {
            query.setParameter("before", before);
        }
        List<Contest> contests = new ArrayList<>();
        for (Object row : query.getResultList()) {
            contests.add(((ContestEntity) row).toContest());
        }
        return contests;
    }

    Optional<Contest> bySlug(String slug) {
        return find("slug", slug).firstResultOptional().map(ContestEntity::toContest);
    }

    /** All contests in the order of their ids, from after one of them. */
    @Transactional(TxType.REQUIRES_NEW)
    List<ContestEntity> after(UUID id, int limit) {
        return find("id > ?1 order by id", id).page(0, limit).list();
    }

    /** The ids of all contests, in their order. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<UUID> ids() {
        List<?> ids = getEntityManager()
                .createNativeQuery("select id from contest order by id", UUID.class)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** Which contests are settled, in the order of their ids, from after one of them. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<Settlement> settledAfter(UUID id, int limit) {
        return find("id > ?1 and settledAt is not null order by id", id).page(0, limit).stream()
                .map(ContestEntity::settlement)
                .flatMap(Optional::stream)
                .toList();
    }

    /** By id. */
    public Optional<Contest> contest(UUID id) {
        return findByIdOptional(id).map(ContestEntity::toContest);
    }

    /**
     * Holds a contest against changes until the transaction ends, without keeping out others that do the same. The lock
     * comes before that of a team.
     */
    public Optional<Contest> share(UUID id) {
        return locked(id, LockModeType.PESSIMISTIC_READ).map(ContestEntity::toContest);
    }

    Optional<ContestEntity> lock(UUID id) {
        return locked(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** A lock alone would leave a row that the session has read before as it was then: it is read again with the lock. */
    private Optional<ContestEntity> locked(UUID id, LockModeType mode) {
        Optional<ContestEntity> entity = findByIdOptional(id);
        entity.ifPresent(row -> getEntityManager().refresh(row, mode));
        return entity;
    }

    /** One contest that the clock has to open or to close and that no other replica is moving. */
    Optional<ContestEntity> lockDue(Instant now) {
        return lockOne("state = 'scheduled' and opens_at <= :now order by opens_at", now)
                .or(() -> lockOne(
                        "state in ('open', 'last-call', 'paused') and closes_at <= :now order by closes_at", now));
    }

    /** One closed contest whose grace is over, that is not settled and that no other replica is settling. */
    public Optional<Contest> lockUnsettled(Instant now) {
        return lockOne("settled_at is null and settles_at < :now order by settles_at", now)
                .map(ContestEntity::toContest);
    }

    private Optional<ContestEntity> lockOne(String condition, Instant now) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select * from contest where " + condition + " limit 1 for update skip locked",
                        ContestEntity.class)
                .setParameter("now", now)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Keeps two requests for one slug apart until the transaction ends. */
    void lockSlug(String slug) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:slug, 0))")
                .setParameter("slug", slug)
                .getSingleResult();
    }

    /** How many submissions were accepted. */
    public long acceptedSubmissions(UUID id) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select count(*) from submission where contest_id = :id")
                        .setParameter("id", id)
                        .getSingleResult())
                .longValue();
    }

    /** How many of those have no outcome yet. */
    long undecidedSubmissions(UUID id) {
        return ((Number) getEntityManager()
                        .createNativeQuery(
                                "select count(*) from submission where contest_id = :id and state = 'accepted'")
                        .setParameter("id", id)
                        .getSingleResult())
                .longValue();
    }

    /** Those of the people that have entered the contest. */
    List<String> entrantsAmong(UUID id, List<String> subjects) {
        List<?> rows = getEntityManager()
                .createNativeQuery(
                        "select subject_id from entrant where contest_id = :id and status = 'accepted' and subject_id in (:subjects)")
                .setParameter("id", id)
                .setParameter("subjects", subjects)
                .getResultList();
        return rows.stream().map(String.class::cast).sorted().toList();
    }

    /** Adds a version of the terms. */
    void addTerms(UUID id, int version, String sha256, String text) {
        getEntityManager()
                .createNativeQuery(
                        "insert into terms (contest_id, version, sha256, text) values (:id, :version, :sha256, :text)")
                .setParameter("id", id)
                .setParameter("version", version)
                .setParameter("sha256", sha256)
                .setParameter("text", text)
                .executeUpdate();
    }
}
