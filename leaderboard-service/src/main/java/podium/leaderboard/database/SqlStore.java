package podium.leaderboard.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on the service's database, in the caller's transaction if there is one.
 *
 * <p>Parameters may be null, text, numbers, booleans, {@link UUID}, {@link Instant}, and arrays of text, numbers, ids and
 * instants.
 */
@ApplicationScoped
public class SqlStore {

    private final DataSource source;

    SqlStore(DataSource source) {
        this.source = source;
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** The value of the row that {@code row} is on. */
        T read(ResultSet row) throws SQLException;
    }

    /** Runs a statement that changes rows; returns how many. */
    public int update(String sql, @Nullable Object... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** All rows of a query. */
    public <T> List<T> all(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> values = new ArrayList<>();
            while (rows.next()) {
                values.add(reader.read(rows));
            }
            return values;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** The first row of a query, empty if it has none. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return all(sql, reader, parameters).stream().findFirst();
    }

    /** A column of type {@code uuid} that is never null. */
    public static UUID id(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** A column of type {@code timestamptz} that is never null. */
    public static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A column of type {@code timestamptz}. */
    public static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameter(connection, parameters[i]));
        }
        return statement;
    }

    private static @Nullable Object parameter(Connection connection, @Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Instant instant -> OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
            case Object[] array -> connection.createArrayOf(elementType(array), array);
            default -> value;
        };
    }

    private static String elementType(Object[] array) {
        return switch (array) {
            case String[] _ -> "text";
            case UUID[] _ -> "uuid";
            case Integer[] _ -> "integer";
            case BigDecimal[] _ -> "numeric";
            case Double[] _ -> "float8";
            case Instant[] _ -> "timestamptz";
            default -> throw new IllegalArgumentException("No array for: " + array.getClass());
        };
    }
}
