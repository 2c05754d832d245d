package podium.local.platform;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import podium.backends.PostgresServer;
import podium.backends.process.ServerProcess;

/** PostgreSQL, and a database and role for each service. */
final class Databases implements Server {
    private final PostgresServer server;
    private final StateDirectory state;
    private final Path directory;

    private Databases(PostgresServer server, StateDirectory state, Path directory) {
        this.server = server;
        this.state = state;
        this.directory = directory;
    }

    static Databases start(StateDirectory state, int port) {
        Path directory = state.directory("postgres");
        Databases databases =
                new Databases(PostgresServer.start(PostgresServer.Settings.kept(directory, port)), state, directory);
        state.linkLog(Component.POSTGRES, databases.log());
        for (Component service : Component.SERVICES) {
            Database database = databases.of(service);
            databases.server.createDatabase(service.database(), database.user(), database.password());
        }
        return databases;
    }

    Database of(Component service) {
        String name = service.database();
        return new Database(server.jdbcUrl(name), name, state.password(name + "-database"));
    }

    Database superuser(String database) {
        return new Database(server.jdbcUrl(database), PostgresServer.SUPERUSER, server.superuserPassword());
    }

    @Override
    public ServerProcess process() {
        return server;
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public Path log() {
        return directory.resolve("postgresql.log");
    }

    @Override
    public boolean healthy() {
        try (Connection connection = superuser("postgres").connect();
                Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            return false;
        }
    }
}
