package podium.leaderboard.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import podium.leaderboard.board.Publisher;
import podium.leaderboard.database.SqlStore;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.View;

/**
 * Which scoring version the public board of a contest shows: never two at a time. The board switches to a version in one
 * step, when as many of its scores are here as the rescore says.
 *
 * <p>Who adds a score holds the contest's row shared, who switches holds it alone; then come the board, then the results, as
 * for everybody. So a score is either there when its version is counted, or its handler finds what to switch to.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ShownVersion {

    private static final String NOTE = """
            insert into rescore (contest_id, scoring_version, expected_scores, switched_at) values (?, ?, ?, ?)
            on conflict do nothing
            """;

    private static final String COMPLETE = """
            select r.scoring_version from rescore r join contest c on c.id = r.contest_id
            where r.contest_id = ? and r.scoring_version > c.shown_version and r.expected_scores <= (
                select count(*) from score s
                where s.contest_id = r.contest_id and s.scoring_version = r.scoring_version
                  and s.scored_at <= r.switched_at)
            order by r.scoring_version desc limit 1
            """;

    private static final String FORGET_OTHERS = """
            delete from team_result r
            where r.contest_id = ? and r.view = 'public' and not exists (
                select from score s
                where s.contest_id = r.contest_id and s.team_id = r.team_id and s.scoring_version = ?)
            returning r.team_id
            """;

    private static final String TAKE_RESULTS = """
            insert into team_result
                (contest_id, view, team_id, direction, submission_id, score, accepted_at, submissions, pending)
            select contest_id, 'public', team_id, direction, submission_id, score, accepted_at, submissions, true
            from (
                select s.*, count(*) over (partition by team_id) as submissions,
                    row_number() over (
                        partition by team_id
                        order by case when direction = 'minimize' then score else -score end, accepted_at, submission_id)
                    as place
                from score s where contest_id = ? and scoring_version = ?) ranked
            where place = 1
            on conflict (contest_id, view, team_id) do update set
                direction = excluded.direction, submission_id = excluded.submission_id, score = excluded.score,
                accepted_at = excluded.accepted_at, submissions = excluded.submissions, pending = true
            """;

    private final SqlStore database;
    private final ResultStore results;
    private final Publisher publisher;

    ShownVersion(SqlStore database, ResultStore results, Publisher publisher) {
        this.database = database;
        this.results = results;
        this.publisher = publisher;
    }

    /** Notes a rescore and switches if its scores are here; false if the contest is not known. */
    boolean note(RescoreApplied rescore) {
        if (lock(rescore.contestId(), "for update").isEmpty()) {
            return false;
        }
        database.update(NOTE, rescore.contestId(), rescore.scoringVersion(), rescore.count(), rescore.switchedAt());
        switchIfComplete(rescore.contestId());
        return true;
    }

    /**
     * The version that the board shows, which stays until the transaction ends.
     *
     * @param scored the version of a score that is to be added; if a rescore waits for such, nobody else adds meanwhile
     */
    int hold(UUID contest, int scored) {
        int shown = lock(contest, "for share").orElseThrow();
        return scored > shown && isAwaited(contest, scored)
                ? lock(contest, "for update").orElseThrow()
                : shown;
    }

    private boolean isAwaited(UUID contest, int version) {
        return database.first(
                        "select 1 from rescore where contest_id = ? and scoring_version = ?",
                        _ -> true,
                        contest,
                        version)
                .isPresent();
    }

    private Optional<Integer> lock(UUID contest, String how) {
        return database.first("select shown_version from contest where id = ? " + how, row -> row.getInt(1), contest);
    }

    /** Switches to the newest version that is complete, if it is not shown; the caller holds the contest alone. */
    void switchIfComplete(UUID contest) {
        database.first(COMPLETE, row -> row.getInt(1), contest).ifPresent(version -> {
            BoardKey board = new BoardKey(contest, View.PUBLIC);
            results.lock(board);
            database.update("update contest set shown_version = ? where id = ?", version, contest);
            List<UUID> gone = database.all(FORGET_OTHERS, row -> SqlStore.id(row, 1), contest, version);
            database.update(TAKE_RESULTS, contest, version);
            publisher.replaced(board, gone);
        });
    }
}
