package podium.backends;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = MINUTES)
class PostgresServerIT {
    @TempDir
    Path directory;

    @Test
    void keepsWhatWasCommittedWhenItsPostmasterIsKilled() throws Exception {
        // Given a session with a committed row, still connected
        try (PostgresServer server = PostgresServer.start(PostgresServer.Settings.kept(directory, 0))) {
            server.createDatabase("contest", "desk", "secret");
            try (Sql sql = Sql.connect(server, "contest", "desk", "secret")) {
                sql.execute("CREATE TABLE kept (n int)");
                sql.execute("INSERT INTO kept VALUES (42)");
                int port = server.port();
                long pid = server.pid();

                // When
                server.kill();
                server.restart();

                // Then
                assertThat(server.port()).isEqualTo(port);
                assertThat(server.pid()).isNotEqualTo(pid);
            }
            try (Sql sql = Sql.connect(server, "contest", "desk", "secret")) {
                assertThat(sql.query("SELECT n FROM kept")).containsExactly("42");
            }
        }
    }

    @Test
    void startsAgainOnAKeptDirectoryWhoseLockFileNamesAnotherLivingProcess() throws Exception {
        // Given a directory with data and a lock file that is stale, but whose number is in use: by this JVM
        try (PostgresServer server = PostgresServer.start(PostgresServer.Settings.kept(directory, 0))) {
            server.createDatabase("contest", "desk", "secret");
            server.kill();
        }
        Path lock = directory.resolve("data").resolve("postmaster.pid");
        List<String> lines = Files.readAllLines(lock);
        String self = Long.toString(ProcessHandle.current().pid());
        Files.write(
                lock,
                Files.readAllLines(lock).stream()
                        .map(line -> line.equals(lines.getFirst()) ? self : line)
                        .toList());

        // When
        try (PostgresServer server = PostgresServer.start(PostgresServer.Settings.kept(directory, 0));
                Sql sql = Sql.connect(server, "contest", "desk", "secret")) {
            // Then
            assertThat(sql.query("SELECT current_user")).containsExactly("desk");
        }
    }

    @Test
    void letsARoleConnectToItsOwnDatabaseOnlyAndOnlyWithItsPassword() throws Exception {
        try (PostgresServer server = PostgresServer.start(PostgresServer.Settings.forTests())) {
            // Given two databases; making one twice changes nothing but the password
            server.createDatabase("submission", "desk", "old");
            server.createDatabase("submission", "desk", "new");
            server.createDatabase("scoring", "vault", "v");

            // When, then
            try (Sql own = Sql.connect(server, "submission", "desk", "new")) {
                assertThat(own.query("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'submission'"))
                        .containsExactly("desk");
            }
            for (String other : List.of("scoring", "postgres", "template1")) {
                assertThatThrownBy(() -> Sql.connect(server, other, "desk", "new"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied for database \"" + other + "\"");
            }
            assertThatThrownBy(() -> Sql.connect(server, "submission", "desk", "old"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> Sql.connect(server, "submission", Postgres.SUPERUSER, ""))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void speaksTheVersionThatIsPromised() throws Exception {
        PostgresServer.Settings settings = PostgresServer.Settings.forTests();
        try (PostgresServer server = PostgresServer.start(settings);
                Sql sql = Sql.connect(server, "postgres", Postgres.SUPERUSER, server.superuserPassword())) {
            assertThat(sql.query("SHOW server_version")).containsExactly("18.6");
            assertThat(sql.query("SELECT uuid_extract_version(uuidv7())")).containsExactly("7");
        }
        assertThat(settings.directory()).doesNotExist();
    }
}
