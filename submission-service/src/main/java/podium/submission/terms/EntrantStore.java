package podium.submission.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import podium.kit.security.Caller;
import podium.submission.contest.Contest;

/** Entrants, their names, and the text of terms in the database. */
@ApplicationScoped
public class EntrantStore {
    private static final String COLUMNS =
            "contest_id, subject_id, version, status, terms_version, accepted_at, event_id, changed_at";

    private final EntityManager database;

    EntrantStore(EntityManager database) {
        this.database = database;
    }

    /** Whether this person accepted the terms of the contest that are in force. */
    public boolean entered(Contest contest, String subjectId) {
        return standing(contest, subjectId) == Standing.ENTERED;
    }

    /** What this person is to the contest. */
    public Standing standing(Contest contest, String subjectId) {
        return find(contest.id(), subjectId)
                .filter(entrant -> entrant.status().equals(Entrant.ACCEPTED))
                .map(entrant -> entrant.accepted(contest.termsVersion()) ? Standing.ENTERED : Standing.OUTDATED)
                .orElse(Standing.NONE);
    }

    Optional<Entrant> find(UUID contestId, String subjectId) {
        return select("contest_id = :contest and subject_id = :subject", contestId, subjectId, "").stream()
                .findFirst();
    }

    /** The entrants of a contest after one of them. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Entrant> after(UUID contestId, String subjectId, int limit) {
        return select("contest_id = :contest and subject_id > :subject", contestId, subjectId, "limit " + limit);
    }

    private List<Entrant> select(String condition, UUID contestId, String subjectId, String end) {
        return database
                .unwrap(Session.class)
                .createNativeQuery(
                        "select " + COLUMNS + " from entrant where " + condition + " order by subject_id " + end,
                        Tuple.class)
                .setParameter("contest", contestId)
                .setParameter("subject", subjectId)
                .getResultList()
                .stream()
                .map(EntrantStore::entrant)
                .toList();
    }

    private static Entrant entrant(Tuple row) {
        return new Entrant(
                row.get("contest_id", UUID.class),
                row.get("subject_id", String.class),
                ((Number) row.get("version")).longValue(),
                row.get("status", String.class),
                row.get("terms_version") == null ? null : ((Number) row.get("terms_version")).intValue(),
                row.get("accepted_at", Instant.class),
                row.get("event_id", UUID.class),
                row.get("changed_at", Instant.class));
    }

    /** Adds or replaces by version; the same version twice is the same acceptance sent twice at once. */
    boolean save(Entrant e) {
        return database.createNativeQuery("""
                                insert into entrant (contest_id, subject_id, version, status, terms_version, accepted_at, event_id, changed_at)
                                values (:contest, :subject, :version, :status, :terms, :acceptedAt, :event, :changedAt)
                                on conflict (contest_id, subject_id) do update set version = excluded.version,
                                    status = excluded.status, terms_version = excluded.terms_version,
                                    accepted_at = excluded.accepted_at, event_id = excluded.event_id,
                                    changed_at = excluded.changed_at
                                where entrant.version < excluded.version
                                """)
                        .setParameter("contest", e.contestId())
                        .setParameter("subject", e.subjectId())
                        .setParameter("version", e.version())
                        .setParameter("status", e.status())
                        .setParameter("terms", e.termsVersion())
                        .setParameter("acceptedAt", e.acceptedAt())
                        .setParameter("event", e.eventId())
                        .setParameter("changedAt", e.changedAt())
                        .executeUpdate()
                == 1;
    }

    /** Keeps that somebody accepted a version of the terms: a fact that is only ever added to. */
    void addAcceptance(Entrant e, String sha256, List<String> attestations) {
        database.createNativeQuery("""
                        insert into acceptance (contest_id, subject_id, terms_version, sha256, attestations, accepted_at)
                        values (:contest, :subject, :terms, :sha256, :attestations, :acceptedAt)
                        on conflict do nothing
                        """)
                .setParameter("contest", e.contestId())
                .setParameter("subject", e.subjectId())
                .setParameter("terms", e.termsVersion())
                .setParameter("sha256", sha256)
                .setParameter("attestations", attestations.toArray(String[]::new))
                .setParameter("acceptedAt", e.acceptedAt())
                .executeUpdate();
    }

    /** The text of a version of the terms. */
    String text(UUID contestId, int version) {
        return (String)
                database.createNativeQuery("select text from terms where contest_id = :contest and version = :version")
                        .setParameter("contest", contestId)
                        .setParameter("version", version)
                        .getSingleResult();
    }

    /** Keeps what the person's token says about name and address, in the one place where it can be erased. */
    void keepPerson(Caller person, Instant now) {
        @Nullable String name = person.name().orElse(null);
        @Nullable String email = person.email().orElse(null);
        database.createNativeQuery("""
                        insert into person (subject_id, name, email, updated_at) values (:subject, :name, :email, :now)
                        on conflict (subject_id) do update
                        set name = excluded.name, email = excluded.email, updated_at = excluded.updated_at
                        """)
                .setParameter("subject", person.subject())
                .setParameter("name", name)
                .setParameter("email", email)
                .setParameter("now", now)
                .executeUpdate();
    }
}
