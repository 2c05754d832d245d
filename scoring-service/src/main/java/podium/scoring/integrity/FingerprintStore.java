package podium.scoring.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.kit.time.TimeSource;
import podium.scoring.fingerprint.Block;
import podium.scoring.fingerprint.Fingerprint;
import podium.scoring.fingerprint.Screen;
import podium.scoring.release.Submission;

/** What is kept of the files of each contest. */
@ApplicationScoped
class FingerprintStore {
    /** Kept as nulls. */
    private static final Block NO_BLOCK = new Block(0, -1, -1);

    private final EntityManager entities;
    private final TimeSource time;

    @Inject
    FingerprintStore(EntityManager entities, TimeSource time) {
        this.entities = entities;
        this.time = time;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keep(Submission submission, Fingerprint fingerprint) {
        Block block = fingerprint.block();
        if (block == null || !block.together(fingerprint.rows())) {
            block = NO_BLOCK;
        }
        int inserted = entities.createNativeQuery("""
                        insert into fingerprint (submission_id, contest_id, team_id, ordinal, shape, sha256, constant,
                            block_rows, block_first, block_last, cells, kept_at)
                        values (:submission, :contest, :team, :ordinal, :shape, :sha256, :constant,
                            nullif(:rows, 0), nullif(:first, -1), nullif(:last, -1), :cells, :now)
                        on conflict do nothing""")
                .setParameter("submission", submission.id())
                .setParameter("contest", submission.contestId())
                .setParameter("team", submission.teamId())
                .setParameter("ordinal", submission.ordinal())
                .setParameter("shape", Shape.of(fingerprint).word())
                .setParameter("sha256", fingerprint.sha256())
                .setParameter("constant", fingerprint.constant())
                .setParameter("rows", block.rows())
                .setParameter("first", block.first())
                .setParameter("last", block.last())
                .setParameter("cells", Cells.write(fingerprint.cells()))
                .setParameter("now", time.now())
                .executeUpdate();
        if (inserted == 1) {
            keepLatest(submission, fingerprint);
            announce(submission.contestId());
        }
    }

    private void keepLatest(Submission submission, Fingerprint fingerprint) {
        entities.createNativeQuery("""
                        insert into team_fingerprint (team_id, contest_id, submission_id, ordinal, shape, constant, screen)
                        values (:team, :contest, :submission, :ordinal, :shape, :constant, :screen)
                        on conflict (team_id) do update set submission_id = excluded.submission_id,
                            ordinal = excluded.ordinal, shape = excluded.shape, constant = excluded.constant,
                            screen = excluded.screen
                        where team_fingerprint.ordinal < excluded.ordinal""")
                .setParameter("team", submission.teamId())
                .setParameter("contest", submission.contestId())
                .setParameter("submission", submission.id())
                .setParameter("ordinal", submission.ordinal())
                .setParameter("shape", Shape.of(fingerprint).word())
                .setParameter("constant", fingerprint.constant())
                .setParameter(
                        "screen",
                        Screen.of(fingerprint.kind(), fingerprint.cells()).bytes())
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keepRangeViolation(Submission submission, long predictions) {
        entities.createNativeQuery("""
                        insert into range_violation (submission_id, contest_id, team_id, ordinal, predictions, kept_at)
                        values (:submission, :contest, :team, :ordinal, :predictions, :now) on conflict do nothing""")
                .setParameter("submission", submission.id())
                .setParameter("contest", submission.contestId())
                .setParameter("team", submission.teamId())
                .setParameter("ordinal", submission.ordinal())
                .setParameter("predictions", predictions)
                .setParameter("now", time.now())
                .executeUpdate();
        announce(submission.contestId());
    }

    private void announce(UUID contestId) {
        entities.createNativeQuery("""
                        insert into integrity_pass (contest_id, due_at) values (:contest, clock_timestamp())
                        on conflict do nothing""").setParameter("contest", contestId).executeUpdate();
    }

    /** Files that were not compared yet, those that were kept first first. */
    @Transactional
    List<KeptFile> fresh(UUID contestId, int most) {
        return Rows.read(
                entities.createNativeQuery(
                                KeptFile.SELECT
                                        + "where contest_id = :contest and compared_at is null order by submission_id",
                                Tuple.class)
                        .setParameter("contest", contestId)
                        .setMaxResults(most),
                KeptFile::of);
    }

    /** Files of a team before an ordinal that still have their samples, the latest ones first. */
    @Transactional
    List<KeptFile> earlier(KeptFile file, int most) {
        return Rows.read(
                entities.createNativeQuery(KeptFile.SELECT + """
                        where team_id = :team and ordinal < :ordinal and shape = :shape and cells is not null
                        order by ordinal desc""", Tuple.class)
                        .setParameter("team", file.teamId())
                        .setParameter("ordinal", file.ordinal())
                        .setParameter("shape", file.shape().word())
                        .setMaxResults(most),
                KeptFile::of);
    }

    /** Files of a contest with the same canonical form, of all teams, by team and ordinal; without their samples. */
    @Transactional
    List<KeptFile> same(KeptFile file, int most) {
        return Rows.read(
                entities.createNativeQuery(KeptFile.SELECT_WITHOUT_CELLS + """
                        where contest_id = :contest and sha256 = :sha256 order by team_id, ordinal""", Tuple.class)
                        .setParameter("contest", file.contestId())
                        .setParameter("sha256", file.sha256())
                        .setMaxResults(most),
                KeptFile::of);
    }

    /** A file. */
    @Transactional
    KeptFile find(UUID submissionId) {
        Object row = entities.createNativeQuery(KeptFile.SELECT + "where submission_id = :submission", Tuple.class)
                .setParameter("submission", submissionId)
                .getSingleResult();
        return KeptFile.of((Tuple) row);
    }

    /**
     * The latest files of some teams that are not constant. Which teams is decided by the last digits of their ids, which
     * are random: nobody chooses to be among them.
     */
    @Transactional
    List<KeptFile> panel(UUID contestId, Shape shape, int most) {
        return Rows.read(
                entities.createNativeQuery(KeptFile.SELECT + """
                        where cells is not null and submission_id in (
                            select submission_id from team_fingerprint
                            where contest_id = :contest and shape = :shape and not constant
                            order by right(cast(team_id as text), 12) limit :most)
                        order by submission_id""", Tuple.class)
                        .setParameter("contest", contestId)
                        .setParameter("shape", shape.word())
                        .setParameter("most", most),
                KeptFile::of);
    }

    /** A page of the latest files of all teams, by the teams' ids. */
    @Transactional
    List<LatestFile> latest(UUID contestId, Shape shape, @Nullable UUID after, int most) {
        return Rows.read(
                entities.createNativeQuery("""
                        select team_id, submission_id, screen from team_fingerprint
                        where contest_id = :contest and shape = :shape and team_id > :after order by team_id""", Tuple.class)
                        .setParameter("contest", contestId)
                        .setParameter("shape", shape.word())
                        .setParameter("after", after == null ? new UUID(0, 0) : after)
                        .setMaxResults(most),
                LatestFile::of);
    }

    /** Notes that a file is compared, and lets go of samples that nothing will be compared with any more. */
    @Transactional
    void compared(KeptFile file, int earlierFiles) {
        entities.createNativeQuery("update fingerprint set compared_at = :now where submission_id = :submission")
                .setParameter("now", time.now())
                .setParameter("submission", file.submissionId())
                .executeUpdate();
        entities.createNativeQuery("""
                        update fingerprint set cells = null
                        where team_id = :team and cells is not null and compared_at is not null and ordinal <
                            (select ordinal from team_fingerprint where team_id = :team) - :earlier""")
                .setParameter("team", file.teamId())
                .setParameter("earlier", earlierFiles)
                .executeUpdate();
    }
}
