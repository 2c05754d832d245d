package podium.backends;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.ServiceLoader;
import podium.backends.process.BackendException;

/** What the superuser does on a PostgreSQL server, over JDBC. */
final class PostgresAdmin {
    private final Postgres server;

    PostgresAdmin(Postgres server) {
        this.server = server;
    }

    boolean answers() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        }
    }

    void createDatabase(String name, String role, String password) {
        try (Connection connection = connect("postgres")) {
            String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role) ? "ALTER" : "CREATE";
            execute(
                    connection,
                    verb + " ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD %L",
                    role,
                    password);
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                execute(connection, "CREATE DATABASE %I OWNER %I", name, role);
            }
            // Every role may connect to every database unless this is taken back, template databases included.
            execute(connection, "REVOKE ALL ON DATABASE %I FROM PUBLIC", name);
            execute(connection, "REVOKE CONNECT ON DATABASE postgres FROM PUBLIC");
            execute(connection, "REVOKE CONNECT ON DATABASE template1 FROM PUBLIC");
        } catch (SQLException e) {
            throw new BackendException("Cannot create database " + name + ": " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Runs a statement that takes no parameters, its names (%I) and literals (%L) quoted by the server. */
    private static void execute(Connection connection, String template, String... values) throws SQLException {
        try (PreparedStatement quoting = connection.prepareStatement("SELECT format(?, VARIADIC ?)")) {
            quoting.setString(1, template);
            quoting.setArray(2, connection.createArrayOf("text", values));
            try (ResultSet rows = quoting.executeQuery();
                    Statement statement = connection.createStatement()) {
                rows.next();
                statement.execute(rows.getString(1));
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Postgres.SUPERUSER);
        properties.setProperty("password", server.superuserPassword());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        // Not by DriverManager: that one sees only the drivers of the caller's class loader.
        Driver driver = ServiceLoader.load(Driver.class, PostgresAdmin.class.getClassLoader()).stream()
                .filter(provider -> provider.type().getName().startsWith("org.postgresql."))
                .findAny()
                .orElseThrow(() -> new BackendException("PostgreSQL's JDBC driver is not in the class path."))
                .get();
        Connection connection = driver.connect(server.jdbcUrl(database), properties);
        if (connection == null) {
            throw new SQLException("Not a PostgreSQL URL: " + server.jdbcUrl(database));
        }
        return connection;
    }
}
