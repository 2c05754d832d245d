package podium.local.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How to reach a database.
 *
 * @param jdbcUrl without user and password
 * @param user the role
 * @param password its password
 */
public record Database(String jdbcUrl, String user, String password) {
    private static final String TIMEOUT_SECONDS = "10";

    /**
     * Connects.
     *
     * @return a connection that waits at most ten seconds for anything
     * @throws SQLException if the server says no
     */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("socketTimeout", TIMEOUT_SECONDS);
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}
