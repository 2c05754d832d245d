package podium.backends;

import java.time.Duration;
import org.testcontainers.postgresql.PostgreSQLContainer;
import podium.backends.process.Ports;

/** PostgreSQL from its official image. */
final class ContainerPostgres implements Postgres {
    private static final String IMAGE = "postgres:18";
    private static final int PORT = 5432;
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final int port = Ports.free();
    private final PostgreSQLContainer container;

    ContainerPostgres() {
        ContainerEngine.require();
        container = new PostgreSQLContainer(IMAGE)
                .withUsername(SUPERUSER)
                .withPassword("superuser-of-tests")
                .withDatabaseName(SUPERUSER)
                .withCommand("postgres", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200");
        ContainerEngine.publish(container, PORT, port);
        ContainerEngine.start(container);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String superuserPassword() {
        return container.getPassword();
    }

    @Override
    public void createDatabase(String name, String role, String password) {
        new PostgresAdmin(this).createDatabase(name, role, password);
    }

    @Override
    public void kill() {
        ContainerEngine.kill(container);
    }

    @Override
    public void restart() {
        ContainerEngine.startAgain(container);
        Answers.await("PostgreSQL's container", new PostgresAdmin(this)::answers, READY_WITHIN);
    }

    @Override
    public void close() {
        container.stop();
    }
}
