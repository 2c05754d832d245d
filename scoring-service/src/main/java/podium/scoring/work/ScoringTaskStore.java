package podium.scoring.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import podium.kit.id.Ids;
import podium.kit.signal.Signals;
import podium.scoring.background.ClaimLostException;
import podium.scoring.release.Submission;

/**
 * The files that are to be scored. As with {@link podium.scoring.background.TaskStore} a claim is a lease that its holder
 * renews; whoever lost it commits nothing, so the effect is there exactly once.
 *
 * <p>Teams take turns: a claim goes to the team whose last turn is longest ago, and a team that has a file in work gets no
 * second one. So whoever sends large files, or many, delays others by no more than what is in work already. (Two replicas
 * that claim at the same instant may both serve a team; that costs fairness a moment and correctness nothing.)
 */
@ApplicationScoped
public class ScoringTaskStore {
    /** Hears of new tasks. */
    public static final String CHANNEL = "scoring-task";

    private static final String COLUMNS = """
            f.submission_id, f.contest_id, f.team_id, f.ordinal, f.accepted_at, f.file_id, f.bytes, f.sha256,
            f.content_encoding, t.scoring_version, t.rescore, t.claim, t.tries""";

    private static final String CLAIM_LIVE = """
            with next as (
                select t.submission_id, t.scoring_version, t.team_id
                from scoring_task t left join scoring_turn s on s.team_id = t.team_id
                where not t.rescore and t.due_at <= clock_timestamp()
                  and (t.lease_until is null or t.lease_until < clock_timestamp())
                  and not exists (
                      select from scoring_task r
                      where r.team_id = t.team_id and not r.rescore and r.lease_until >= clock_timestamp())
                order by s.served_at nulls first, t.created_at, t.ordinal
                limit 1 for update of t skip locked),
            turn as (
                insert into scoring_turn (team_id, served_at) select team_id, clock_timestamp() from next
                on conflict (team_id) do update set served_at = excluded.served_at)
            """;

    private static final String CLAIM_RESCORE = """
            with next as (
                select submission_id, scoring_version from scoring_task
                where rescore and due_at <= clock_timestamp()
                  and (lease_until is null or lease_until < clock_timestamp())
                order by created_at, submission_id
                limit :most for update skip locked)
            """;

    private static final String TAKE = """
            update scoring_task t
            set claim = :claim, tries = tries + 1, lease_until = clock_timestamp() + make_interval(secs => :seconds)
            from next n join scored_file f on f.submission_id = n.submission_id
            where t.submission_id = n.submission_id and t.scoring_version = n.scoring_version
            returning\s""" + COLUMNS;

    private final EntityManager entities;
    private final Signals signals;

    @Inject
    ScoringTaskStore(EntityManager entities, Signals signals) {
        this.entities = entities;
        this.signals = signals;
    }

    /** Notes a file, unless it is noted; it stays for as long as its contest may be rescored. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(ScoredFile file) {
        Submission submission = file.submission();
        entities.createNativeQuery("""
                        insert into scored_file (submission_id, contest_id, team_id, ordinal, accepted_at, file_id, bytes,
                            sha256, content_encoding)
                        values (:submission, :contest, :team, :ordinal, :accepted, :file, :bytes, :sha256, :encoding)
                        on conflict do nothing""")
                .setParameter("submission", submission.id())
                .setParameter("contest", submission.contestId())
                .setParameter("team", submission.teamId())
                .setParameter("ordinal", submission.ordinal())
                .setParameter("accepted", submission.acceptedAt())
                .setParameter("file", file.fileId())
                .setParameter("bytes", file.bytes())
                .setParameter("sha256", file.sha256())
                .setParameter("encoding", file.contentEncoding())
                .executeUpdate();
    }

    /** Adds work on a noted file and wakes the workers with the commit. Work that is there already and pauses is due at once. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Submission submission, int scoringVersion, boolean rescore) {
        entities.createNativeQuery("""
                        insert into scoring_task (submission_id, scoring_version, contest_id, team_id, ordinal, rescore)
                        values (:submission, :version, :contest, :team, :ordinal, :rescore)
                        on conflict (submission_id, scoring_version) do update set due_at = excluded.due_at""")
                .setParameter("submission", submission.id())
                .setParameter("version", scoringVersion)
                .setParameter("contest", submission.contestId())
                .setParameter("team", submission.teamId())
                .setParameter("ordinal", submission.ordinal())
                .setParameter("rescore", rescore)
                .executeUpdate();
        signals.send(CHANNEL, "");
    }

    /** Claims the file that is next among those that somebody waits for. */
    @Transactional
    public Optional<ScoringTask> claimLive(Duration lease) {
        return claim(entities.createNativeQuery(CLAIM_LIVE + TAKE, Tuple.class), lease).stream()
                .findFirst();
    }

    /** Claims some files of rescores. */
    @Transactional
    public List<ScoringTask> claimRescore(int most, Duration lease) {
        return claim(
                entities.createNativeQuery(CLAIM_RESCORE + TAKE, Tuple.class).setParameter("most", most), lease);
    }

    private static List<ScoringTask> claim(Query query, Duration lease) {
        List<?> rows = query.setParameter("claim", Ids.next())
                .setParameter("seconds", seconds(lease))
                .getResultList();
        return rows.stream().map(row -> task((Tuple) row)).toList();
    }

    /** Holds claims for longer, in a transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void renew(Collection<UUID> claims, Duration lease) {
        entities.createNativeQuery("""
                        update scoring_task set lease_until = clock_timestamp() + make_interval(secs => :seconds)
                        where claim = any(:claims)""")
                .setParameter("seconds", seconds(lease))
                .setParameter("claims", claims.toArray(UUID[]::new))
                .executeUpdate();
    }

    /**
     * Gives a task back that could not be done now.
     *
     * @param pause how long until it may be claimed again
     * @param counts whether this was a try
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void giveBack(ScoringTask task, Duration pause, boolean counts) {
        entities.createNativeQuery("""
                        update scoring_task set claim = null, lease_until = null, tries = tries - :refund,
                            due_at = clock_timestamp() + make_interval(secs => :seconds)
                        where submission_id = :submission and scoring_version = :version and claim = :claim""")
                .setParameter("refund", counts ? 0 : 1)
                .setParameter("seconds", seconds(pause))
                .setParameter("submission", task.file().submission().id())
                .setParameter("version", task.scoringVersion())
                .setParameter("claim", task.claim())
                .executeUpdate();
    }

    /**
     * Ends a task, in the transaction of its effect.
     *
     * @throws ClaimLostException it is no longer this replica's
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void done(ScoringTask task) {
        if (endAll(task.claim(), List.of(task)).isEmpty()) {
            throw new ClaimLostException(task.file().submission().id());
        }
    }

    /** The same for tasks of one claim; returns those that were still this replica's. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<ScoringTask> endAll(UUID claim, Collection<ScoringTask> tasks) {
        List<?> ended = entities.createNativeQuery("""
                        delete from scoring_task where claim = :claim and submission_id = any(:submissions)
                        returning submission_id, scoring_version""", Tuple.class)
                .setParameter("claim", claim)
                .setParameter(
                        "submissions",
                        tasks.stream()
                                .map(task -> task.file().submission().id())
                                .toArray(UUID[]::new))
                .getResultList();
        Set<UnderVersion> held =
                ended.stream().map(row -> UnderVersion.of((Tuple) row)).collect(Collectors.toSet());
        return tasks.stream()
                .filter(task ->
                        held.contains(new UnderVersion(task.file().submission().id(), task.scoringVersion())))
                .toList();
    }

    /** What a task is known by. */
    private record UnderVersion(UUID submissionId, int scoringVersion) {
        static UnderVersion of(Tuple row) {
            return new UnderVersion(row.get("submission_id", UUID.class), row.get("scoring_version", Integer.class));
        }
    }

    /** Adds work on all noted files of a contest for a rescore; returns how much. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int addAll(UUID contestId, int scoringVersion) {
        int added = entities.createNativeQuery("""
                        insert into scoring_task (submission_id, scoring_version, contest_id, team_id, ordinal, rescore)
                        select submission_id, :version, contest_id, team_id, ordinal, true
                        from scored_file where contest_id = :contest""")
                .setParameter("version", scoringVersion)
                .setParameter("contest", contestId)
                .executeUpdate();
        signals.send(CHANNEL, "");
        return added;
    }

    /** Ends all work under a version of a contest, whoever is at it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void dropAll(UUID contestId, int scoringVersion) {
        entities.createNativeQuery(
                        "delete from scoring_task where contest_id = :contest and scoring_version = :version")
                .setParameter("contest", contestId)
                .setParameter("version", scoringVersion)
                .executeUpdate();
    }

    /** Somebody waits for what is left under a version that is current now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void becomesLive(UUID contestId, int scoringVersion) {
        entities.createNativeQuery("""
                        update scoring_task set rescore = false
                        where contest_id = :contest and scoring_version = :version""")
                .setParameter("contest", contestId)
                .setParameter("version", scoringVersion)
                .executeUpdate();
        signals.send(CHANNEL, "");
    }

    /** How many files are left under a version of a contest whose submissions are decided under another one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long countLeft(UUID contestId, int scoringVersion, int decidedUnder) {
        return (Long) entities.createNativeQuery("""
                        select count(*) from scoring_task t join outcome o on o.submission_id = t.submission_id
                        where t.contest_id = :contest and t.scoring_version = :version
                          and o.scoring_version = :base""", Long.class)
                .setParameter("contest", contestId)
                .setParameter("version", scoringVersion)
                .setParameter("base", decidedUnder)
                .getSingleResult();
    }

    /** Ends work that nobody needs any more, whoever is at it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void drop(UUID submissionId, int scoringVersion) {
        entities.createNativeQuery(
                        "delete from scoring_task where submission_id = :submission and scoring_version = :version")
                .setParameter("submission", submissionId)
                .setParameter("version", scoringVersion)
                .executeUpdate();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** A file that was noted. */
    @Transactional
    public Optional<ScoredFile> file(UUID submissionId) {
        List<?> found = entities.createNativeQuery("""
                        select submission_id, contest_id, team_id, ordinal, accepted_at, file_id, bytes, sha256,
                            content_encoding
                        from scored_file where submission_id = :submission""", Tuple.class)
                .setParameter("submission", submissionId)
                .getResultList();
        return found.stream().map(row -> file((Tuple) row)).findFirst();
    }

    private static ScoredFile file(Tuple row) {
        Submission submission = new Submission(
                row.get("submission_id", UUID.class),
                row.get("contest_id", UUID.class),
                row.get("team_id", UUID.class),
                row.get("ordinal", Integer.class),
                row.get("accepted_at", Instant.class));
        return new ScoredFile(
                submission,
                row.get("file_id", UUID.class),
                row.get("bytes", Long.class),
                row.get("sha256", String.class),
                row.get("content_encoding", String.class));
    }

    private static ScoringTask task(Tuple row) {
        return new ScoringTask(
                file(row),
                row.get("scoring_version", Integer.class),
                row.get("rescore", Boolean.class),
                row.get("claim", UUID.class),
                row.get("tries", Integer.class));
    }
}
