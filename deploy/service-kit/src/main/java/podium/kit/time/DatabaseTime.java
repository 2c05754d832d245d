package podium.kit.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/**
 * The clock of the service's PostgreSQL server.
 *
 * <p>It moves on within a transaction ({@code clock_timestamp()}, not {@code now()}), so that a long transaction does not
 * date its end with its beginning. One call is one round trip.
 */
@DefaultBean
@ApplicationScoped
public class DatabaseTime implements TimeSource {

    private final DataSource database;

    DatabaseTime(DataSource database) {
        this.database = database;
    }

    /** {@inheritDoc} */
    @Override
    public Instant now() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select clock_timestamp()");
                var row = query.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not tell the time", e);
        }
    }
}
