package podium.scoring.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.kit.event.EventJson;
import podium.kit.id.Ids;
import podium.kit.time.TimeSource;

/** The flags of all contests, and what people thought of them. */
@ApplicationScoped
class FlagStore {
    private static final String COLUMNS = """
            select id, contest_id, kind, cast(facts as text) as facts, raised_at, changed_at, reviewed,
                (select count(*) from integrity_flag_submission where flag_id = id) as submissions
            from integrity_flag
            """;

    private static final UUID LAST = new UUID(-1, -1);

    private final EntityManager entities;
    private final TimeSource time;

    @Inject
    FlagStore(EntityManager entities, TimeSource time) {
        this.entities = entities;
        this.time = time;
    }

    /**
     * Raises a flag, or adds submissions to the one that is there; then it is no longer reviewed. Nothing happens if it has
     * all of them already.
     *
     * @param about what there is one flag of the kind for
     */
    @Transactional
    void raise(FlagKind kind, UUID contestId, String about, Facts facts, List<Submitted> submissions) {
        Instant now = time.now();
        UUID flag = (UUID) entities.createNativeQuery("""
                        insert into integrity_flag as f (id, contest_id, kind, about, facts, raised_at, changed_at)
                        values (:id, :contest, :kind, :about, cast(:facts as jsonb), :now, :now)
                        on conflict (contest_id, kind, about) do update set changed_at = f.changed_at
                        returning id""", UUID.class)
                .setParameter("id", Ids.next())
                .setParameter("contest", contestId)
                .setParameter("kind", kind.word())
                .setParameter("about", about)
                .setParameter("facts", EventJson.write(facts))
                .setParameter("now", now)
                .getSingleResult();
        int added = submissions.stream().mapToInt(s -> add(flag, s)).sum();
        if (added > 0) {
            entities.createNativeQuery("""
                            update integrity_flag
                            set facts = cast(:facts as jsonb), changed_at = :now, reviewed = false where id = :id""")
                    .setParameter("facts", EventJson.write(facts))
                    .setParameter("now", now)
                    .setParameter("id", flag)
                    .executeUpdate();
        }
    }

    private int add(UUID flag, Submitted submitted) {
        return entities.createNativeQuery("""
                        insert into integrity_flag_submission (flag_id, submission_id, team_id, ordinal)
                        values (:flag, :submission, :team, :ordinal) on conflict do nothing""")
                .setParameter("flag", flag)
                .setParameter("submission", submitted.submissionId())
                .setParameter("team", submitted.teamId())
                .setParameter("ordinal", submitted.ordinal())
                .executeUpdate();
    }

    /** How many submissions the flag about something has that nobody has reviewed; 0 if there is none. */
    @Transactional
    int unreviewed(FlagKind kind, UUID contestId, String about) {
        Object count = entities.createNativeQuery("""
                        select count(*) from integrity_flag f join integrity_flag_submission s on s.flag_id = f.id
                        where f.contest_id = :contest and f.kind = :kind and f.about = :about and not f.reviewed""", Integer.class)
                .setParameter("contest", contestId)
                .setParameter("kind", kind.word())
                .setParameter("about", about)
                .getSingleResult();
        return (Integer) count;
    }

    /**
     * A page of a contest's flags, newest first.
     *
     * @param kind of that kind only, null for all
     * @param reviewed that are reviewed or that are not, null for all
     * @param before the last flag of the page before, null for the first page
     */
    @Transactional
    List<Flag> page(
            UUID contestId, @Nullable FlagKind kind, @Nullable Boolean reviewed, @Nullable UUID before, int limit) {
        return Rows.read(
                entities.createNativeQuery(COLUMNS + """
                        where contest_id = :contest
                            and (:kind = '' or kind = :kind)
                            and (:reviewed = '' or cast(reviewed as text) = :reviewed)
                            and id < :before
                        order by id desc""", Tuple.class)
                        .setParameter("contest", contestId)
                        .setParameter("kind", kind == null ? "" : kind.word())
                        .setParameter("reviewed", reviewed == null ? "" : reviewed.toString())
                        .setParameter("before", before == null ? LAST : before)
                        .setMaxResults(limit),
                this::flag);
    }

    /** A flag, empty if there is none with this id. */
    @Transactional
    Optional<Flag> find(UUID id) {
        return Rows.read(
                        entities.createNativeQuery(COLUMNS + "where id = :id", Tuple.class)
                                .setParameter("id", id),
                        this::flag)
                .stream()
                .findFirst();
    }

    /**
     * Keeps what somebody thinks of a flag.
     *
     * @param seen the flag as they saw it: what was added since is not reviewed by this
     */
    @Transactional
    void review(UUID id, Instant seen, String subject, String note) {
        entities.createNativeQuery("""
                        insert into integrity_review (id, flag_id, subject_id, note, reviewed_at)
                        values (:id, :flag, :subject, :note, :now)""")
                .setParameter("id", Ids.next())
                .setParameter("flag", id)
                .setParameter("subject", subject)
                .setParameter("note", note)
                .setParameter("now", time.now())
                .executeUpdate();
        entities.createNativeQuery("update integrity_flag set reviewed = true where id = :flag and changed_at <= :seen")
                .setParameter("flag", id)
                .setParameter("seen", seen)
                .executeUpdate();
    }

    private Flag flag(Tuple row) {
        UUID id = row.get("id", UUID.class);
        return new Flag(
                id,
                row.get("contest_id", UUID.class),
                FlagKind.of(row.get("kind", String.class)).orElseThrow(),
                KeptFile.json(row.get("facts", String.class), Facts.class),
                submissions(id),
                row.get("submissions", Long.class).intValue(),
                row.get("raised_at", Instant.class),
                row.get("changed_at", Instant.class),
                row.get("reviewed", Boolean.class),
                reviews(id));
    }

    private List<Submitted> submissions(UUID flag) {
        return Rows.read(
                entities.createNativeQuery("""
                        select submission_id, team_id, ordinal from integrity_flag_submission
                        where flag_id = :flag order by submission_id""", Tuple.class)
                        .setParameter("flag", flag)
                        .setMaxResults(Flag.LISTED),
                row -> new Submitted(
                        row.get("submission_id", UUID.class),
                        row.get("team_id", UUID.class),
                        row.get("ordinal", Integer.class)));
    }

    private List<Flag.Review> reviews(UUID flag) {
        return Rows.read(
                entities.createNativeQuery(
                                "select subject_id, note, reviewed_at from integrity_review where flag_id = :flag order by id",
                                Tuple.class)
                        .setParameter("flag", flag),
                row -> new Flag.Review(
                        row.get("subject_id", String.class),
                        row.get("note", String.class),
                        row.get("reviewed_at", Instant.class)));
    }
}
