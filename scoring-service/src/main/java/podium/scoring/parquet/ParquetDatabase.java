package podium.scoring.parquet;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * A database in memory that can read one file and write one other, and does nothing with the first but tell its columns and
 * write them into the second. The process around it would hold it too: this is the inner of two walls.
 */
final class ParquetDatabase implements AutoCloseable {
    private static final Pattern PLAIN = Pattern.compile(
            "BOOLEAN|U?TINYINT|U?SMALLINT|U?INTEGER|U?BIGINT|U?HUGEINT|DECIMAL\\(.*|VARCHAR|DATE|TIME|TIME_NS|UUID|JSON");

    private final Connection connection;
    private final String from;
    private final String to;

    /** A column: its name, and its type as DuckDB calls it. */
    record Column(String name, String type) {
        /** What stands in its cells, given an expression for the value; null if it has none that a CSV could hold. */
        @Nullable
        String cell(String value) {
            if (PLAIN.matcher(type).matches()) {
                return value + "::VARCHAR";
            }
            return switch (type) {
                case "FLOAT", "DOUBLE" -> "CASE WHEN NOT isnan(" + value + ") THEN " + value + "::VARCHAR END";
                case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> instant(value + "::VARCHAR");
                case "TIMESTAMP WITH TIME ZONE" -> instant("make_timestamp(epoch_us(" + value + "))::VARCHAR");
                case "TIMESTAMP_NS WITH TIME ZONE" -> instant("make_timestamp_ns(epoch_ns(" + value + "))::VARCHAR");
                default -> null;
            };
        }

        private static String instant(String text) {
            return "replace(" + text + ", ' ', 'T') || 'Z'";
        }
    }

    private ParquetDatabase(Connection connection, String from, String to) {
        this.connection = connection;
        this.from = "'" + from + "'";
        this.to = "'" + to + "'";
    }

    /**
     * An empty one. From here on no setting can be changed.
     *
     * @param memoryMebibytes what it may use
     * @param from the Parquet file
     * @param to where the CSV goes, which is there already
     */
    static ParquetDatabase open(String memoryMebibytes, String from, String to) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("preserve_insertion_order", "true");
        settings.setProperty("memory_limit", memoryMebibytes + "MiB");
        settings.setProperty("temp_directory", "");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("allow_persistent_secrets", "false");
        ParquetDatabase database = new ParquetDatabase(new DuckDBDriver().connect("jdbc:duckdb:", settings), from, to);
        // Not with the other settings: then DuckDB would allow the files that a database of this name would have.
        database.execute("SET allowed_paths = [" + database.from + ", " + database.to + "]");
        database.execute("SET enable_external_access = false");
        database.execute("SET lock_configuration = true");
        return database;
    }

    /** How many rows the footer says there are. */
    long rows() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT num_rows FROM parquet_file_metadata(" + from + ")")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** The columns that the footer says there are. */
    List<Column> columns() throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("DESCRIBE " + table())) {
            while (result.next()) {
                columns.add(new Column(result.getString("column_name"), result.getString("column_type")));
            }
        }
        return columns;
    }

    /** Writes the rows, as many as there are but no more than are allowed, in their order; values that are null are empty. */
    void copy(List<Column> columns, long mostRows) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            names.add("c" + i);
            cells.add(columns.get(i).cell("c" + i));
        }
        if (cells.size() == 1) {
            // Not an empty line: an empty cell in quotes.
            cells.set(0, "coalesce(" + cells.getFirst() + ", '')");
        }
        execute("COPY (SELECT " + String.join(", ", cells) + " " + table() + " AS t(" + String.join(", ", names)
                + ") LIMIT " + mostRows + ") TO " + to + " (FORMAT csv, HEADER false, USE_TMP_FILE false)");
    }

    private String table() {
        return "FROM read_parquet(" + from + ", hive_partitioning = false)";
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
