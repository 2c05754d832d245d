package podium.leaderboard.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import podium.leaderboard.database.SqlStore;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.Direction;
import podium.leaderboard.standing.TeamResult;
import podium.leaderboard.standing.View;

/** Teams, scores and what they come to, in the database. */
@ApplicationScoped
class ResultStore {

    private static final String KEEP_TEAM = """
            insert into team (id, contest_id, version, name, merged_into, removed) values (?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
                version = excluded.version, name = excluded.name, merged_into = excluded.merged_into,
                removed = excluded.removed
            where team.version < excluded.version
            """;

    private static final String KEEP_SCORE = """
            insert into score
                (submission_id, scoring_version, contest_id, team_id, score, accepted_at, direction, scored_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private static final String KEEP_PRIVATE_SCORE = """
            insert into private_score (submission_id, contest_id, team_id, score, accepted_at)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """;

    private static final String TEAM_AND_CONTEST = """
            select c.id is not null from team t left join contest c on c.id = ? where t.id = ? for share of t
            """;

    private static final String FIRST_RESULT = """
            insert into team_result
                (contest_id, view, team_id, direction, submission_id, score, accepted_at, submissions, pending)
            values (?, ?, ?, ?, ?, ?, ?, 1, true) on conflict do nothing
            """;

    private static final String RESULT = """
            select submission_id, score, accepted_at, submissions from team_result
            where contest_id = ? and view = ? and team_id = ? for update
            """;

    private static final String NEXT_RESULT = """
            update team_result set submission_id = ?, score = ?, accepted_at = ?, submissions = ?, pending = true
            where contest_id = ? and view = ? and team_id = ?
            """;

    private final SqlStore database;

    ResultStore(SqlStore database) {
        this.database = database;
    }

    /**
     * What a score of this team has to wait for, empty if it can be taken. Nobody can change the team before the
     * transaction ends: whoever does it next finds the result and sees to it that the board shows the change.
     */
    Optional<String> missing(UUID contest, UUID team) {
        return database.first(TEAM_AND_CONTEST, row -> row.getBoolean(1), contest, team)
                .map(contestKnown -> contestKnown ? Optional.<String>empty() : Optional.of(contest(contest)))
                .orElseGet(() -> Optional.of("team " + team));
    }

    /** How an event says that it waits for a contest. */
    static String contest(UUID id) {
        return "contest " + id;
    }

    /** Keeps a snapshot; false if it, or a newer one, was there. */
    boolean keep(TeamChanged team) {
        return database.update(
                        KEEP_TEAM,
                        team.teamId(),
                        team.contestId(),
                        team.version(),
                        team.name(),
                        team.mergedInto(),
                        team.removed())
                == 1;
    }

    /** Makes a team's results pending again; returns the views on which it has any. */
    List<View> touch(UUID team) {
        return database.all(
                "update team_result set pending = true where team_id = ? returning view",
                row -> View.of(row.getString(1)).orElseThrow(),
                team);
    }

    /** Keeps a score; false if it was there. */
    boolean keep(SubmissionScored scored) {
        return database.update(
                        KEEP_SCORE,
                        scored.submissionId(),
                        scored.scoringVersion(),
                        scored.contestId(),
                        scored.teamId(),
                        scored.scored().score(),
                        scored.acceptedAt(),
                        scored.direction(),
                        scored.scoredAt())
                == 1;
    }

    /** Keeps a private score; false if it was there. */
    boolean keep(PrivateScoreRevealed revealed) {
        return database.update(
                        KEEP_PRIVATE_SCORE,
                        revealed.submissionId(),
                        revealed.contestId(),
                        revealed.teamId(),
                        revealed.scored().score(),
                        revealed.acceptedAt())
                == 1;
    }

    /** Adds a submission to its team's result, which is pending from then on. */
    void add(BoardKey board, UUID team, Direction direction, TeamResult.Scored scored) {
        int inserted = database.update(
                FIRST_RESULT,
                board.contestId(),
                board.view().word(),
                team,
                direction.word(),
                scored.submissionId(),
                scored.score(),
                scored.acceptedAt());
        if (inserted == 1) {
            return;
        }
        TeamResult result = database.first(
                        RESULT,
                        ResultStore::result,
                        board.contestId(),
                        board.view().word(),
                        team)
                .orElseThrow()
                .with(scored, direction);
        database.update(
                NEXT_RESULT,
                result.best().submissionId(),
                result.best().score(),
                result.best().acceptedAt(),
                result.submissions(),
                board.contestId(),
                board.view().word(),
                team);
    }

    /** Waits for whoever is at work on the board, and keeps others waiting until the transaction ends. */
    void lock(BoardKey board) {
        database.first(
                "select 1 from board where contest_id = ? and view = ? for update",
                _ -> true,
                board.contestId(),
                board.view().word());
    }

    /** Notes how many scores a board will have, and locks it; false if there is no such board. */
    boolean expect(BoardKey board, int scores) {
        return database.update(
                        "update board set expected_scores = ? where contest_id = ? and view = ?",
                        scores,
                        board.contestId(),
                        board.view().word())
                == 1;
    }

    private static TeamResult result(ResultSet row) throws SQLException {
        return new TeamResult(
                new TeamResult.Scored(SqlStore.id(row, 1), row.getBigDecimal(2), SqlStore.instant(row, 3)),
                row.getInt(4));
    }
}
