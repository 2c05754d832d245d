package podium.leaderboard.band;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import podium.leaderboard.database.SqlStore;

/** The statistics of released scores in the database. */
@ApplicationScoped
class StatisticsStore {

    /** Boards show first scores, and bands those of the same. */
    private static final int SHOWN = 1;

    private static final String KEEP = """
            insert into score_statistics (submission_id, scoring_version, contest_id, team_id, score, without_block)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private static final String BEST = """
            select team_id, submission_id from team_result where contest_id = ? and view = 'public'
            """;

    private static final String LOAD = """
            select submission_id, score, without_block from score_statistics
            where submission_id = any (?) and scoring_version = ?
            """;

    private final SqlStore database;

    StatisticsStore(SqlStore database) {
        this.database = database;
    }

    /** Keeps the statistics of a score, unless they are there. */
    void keep(ScoreStatistics statistics) {
        database.update(
                KEEP,
                statistics.submissionId(),
                statistics.scoringVersion(),
                statistics.contestId(),
                statistics.teamId(),
                statistics.score(),
                Arrays.stream(statistics.withoutBlock()).boxed().toArray(Double[]::new));
    }

    /** The submission that stands for each team on the public board of a contest. */
    Map<UUID, UUID> bestSubmissions(UUID contest) {
        Map<UUID, UUID> ofTeam = new HashMap<>();
        database.all(BEST, row -> ofTeam.put(SqlStore.id(row, 1), SqlStore.id(row, 2)), contest);
        return ofTeam;
    }

    /** The statistics of submissions, as far as they are here. */
    Map<UUID, BlockScore> load(Collection<UUID> submissions) {
        Map<UUID, BlockScore> ofSubmission = new HashMap<>();
        database.all(
                LOAD,
                row -> ofSubmission.put(SqlStore.id(row, 1), blockScore(row)),
                submissions.toArray(UUID[]::new),
                SHOWN);
        return ofSubmission;
    }

    private static BlockScore blockScore(ResultSet row) throws SQLException {
        Double[] withoutBlock = (Double[]) row.getArray(3).getArray();
        return new BlockScore(
                row.getDouble(2),
                Arrays.stream(withoutBlock).mapToDouble(Double::doubleValue).toArray());
    }
}
