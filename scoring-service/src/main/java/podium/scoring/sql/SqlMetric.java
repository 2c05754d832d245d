package podium.scoring.sql;

import java.time.Duration;
import podium.scoring.contest.Task;
import podium.scoring.metric.Direction;

/**
 * A metric of the organizers' own: one {@code SELECT} that answers one row with one number, for the rows of one part of the
 * holdout at a time.
 *
 * @param query the statement, in DuckDB's SQL
 * @param direction which way is better
 * @param memoryMebibytes what DuckDB may use for tables and query, in MiB
 * @param timeLimit how long the tables of one part and the query on them may take
 */
public record SqlMetric(String query, Direction direction, int memoryMebibytes, Duration timeLimit) {
    /** Its name in contest definitions and events. */
    public static final String NAME = "sql";

    /** Rises when the same query on the same rows may get another score than before, as with another DuckDB. */
    public static final int VERSION = 1;

    public SqlMetric {
        if (memoryMebibytes < 1 || timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("Limits have to be positive");
        }
    }

    /** The metric as a contest defines it. */
    public static SqlMetric of(Task.Sql sql) {
        return new SqlMetric(
                sql.query(), Direction.ofWireName(sql.direction()), sql.memory(), Duration.ofSeconds(sql.seconds()));
    }
}
