package podium.scoring.sql;

import java.util.List;

/**
 * The two tables that a query sees. Both have the same rows; a query joins them by their first column, {@code id}.
 *
 * @param solution the columns of table {@code solution}: the id and what is true
 * @param prediction the columns of table {@code prediction}: the id and what was predicted
 */
public record SqlTables(List<SqlColumn> solution, List<SqlColumn> prediction) {
    /** The column by which the tables are joined. */
    public static final String ID = "id";

    public SqlTables {
        solution = List.copyOf(solution);
        prediction = List.copyOf(prediction);
    }
}
