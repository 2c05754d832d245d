package podium.scoring.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * A database in memory that can reach nothing outside of itself, and answers a query of a stranger. The process around it
 * would hold it too: this is the inner of two walls.
 */
final class SqlDatabase implements AutoCloseable {
    private static final String WRAPPED = "SELECT * FROM query(";
    private static final String NO_SELECT = "Expected a single SELECT statement";

    /** Where DuckDB shows a mistake in a statement that the organizer has not written. */
    private static final Pattern WRAPPING =
            Pattern.compile("\\s*LINE 1: " + Pattern.quote(WRAPPED) + ".*", Pattern.DOTALL);

    private final DuckDBConnection connection;

    private SqlDatabase(DuckDBConnection connection) {
        this.connection = connection;
    }

    /**
     * An empty one.
     *
     * @param memoryMebibytes what it may use
     */
    static SqlDatabase open(String memoryMebibytes) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("memory_limit", memoryMebibytes + "MiB");
        settings.setProperty("temp_directory", "");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("allow_persistent_secrets", "false");
        SqlDatabase database = new SqlDatabase(
                new DuckDBDriver().connect("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class));
        // Not with the other settings: then DuckDB would allow the files that a database of this name would have.
        database.execute("SET disabled_filesystems = 'LocalFileSystem'");
        database.execute("SET enable_external_access = false");
        return database;
    }

    /** Runs a statement of our own. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Fills a table. */
    DuckDBAppender appender(String table) throws SQLException {
        return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    }

    /** From here on no setting can be changed. */
    void lock() throws SQLException {
        execute("SET lock_configuration = true");
    }

    /** Answers a query in the manner of {@link SqlWire}, whatever becomes of it. */
    byte[] answer(String query) {
        try {
            return ask(query);
        } catch (SQLException e) {
            return failure(located(query, e));
        } catch (OutOfMemoryError _) {
            return kind(SqlWire.OUT_OF_MEMORY);
        }
    }

    private byte[] ask(String query) throws SQLException {
        // As an argument it can only be one SELECT, whatever it contains; and of many rows the second one tells enough.
        String sql = WRAPPED + "'" + query.replace("'", "''") + "') LIMIT 2";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            if (result.getMetaData().getColumnCount() != 1) {
                return kind(SqlWire.SEVERAL_COLUMNS);
            }
            if (!result.next()) {
                return kind(SqlWire.NO_ROW);
            }
            Object value = result.getObject(1);
            return result.next() ? kind(SqlWire.SEVERAL_ROWS) : score(value);
        }
    }

    private static byte[] score(@Nullable Object value) {
        if (value == null) {
            return kind(SqlWire.NULL_VALUE);
        }
        if (!(value instanceof Number number)) {
            return kind(SqlWire.NO_NUMBER);
        }
        double score = number.doubleValue();
        if (!Double.isFinite(score)) {
            return kind(Double.isNaN(score) ? SqlWire.NAN : SqlWire.INFINITE);
        }
        return ByteBuffer.allocate(1 + Double.BYTES)
                .put(SqlWire.SCORE)
                .putDouble(score)
                .array();
    }

    /**
     * A mistake of syntax or of names with its line in the query; as it is if it came up later. Only one SELECT comes here,
     * so that nothing is executed.
     */
    private SQLException located(String query, SQLException e) {
        if (String.valueOf(e.getMessage()).contains(NO_SELECT)) {
            return e;
        }
        try (Statement _ = connection.prepareStatement(query)) {
            return e;
        } catch (SQLException withLine) {
            return withLine;
        }
    }

    /** What DuckDB says, as an answer. */
    static byte[] failure(SQLException e) {
        String message = WRAPPING.matcher(String.valueOf(e.getMessage())).replaceFirst("");
        if (message.contains("Out of Memory Error")) {
            return kind(SqlWire.OUT_OF_MEMORY);
        }
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(text.length, SqlWire.LONGEST_MESSAGE);
        return ByteBuffer.allocate(1 + Integer.BYTES + length)
                .put(SqlWire.QUERY_FAILED)
                .putInt(length)
                .put(text, 0, length)
                .array();
    }

    private static byte[] kind(byte kind) {
        return new byte[] {kind};
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
