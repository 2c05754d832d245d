package podium.leaderboard.database;

import java.io.Serial;
import java.sql.SQLException;

/** The database did not do what it was asked. */
public final class DatabaseException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
