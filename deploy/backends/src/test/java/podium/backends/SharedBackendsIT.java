package podium.backends;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.DockerClientFactory;

/** What must hold for embedded backends and for containers alike: this is the class that the containers lane runs for. */
@Timeout(value = 8, unit = MINUTES)
class SharedBackendsIT {
    @Test
    void postgresKeepsWhatWasCommittedWhenItIsKilledAndSeparatesRoles() throws Exception {
        // Given
        Postgres postgres = Backends.postgres();
        postgres.createDatabase("shared", "owner", "owner");
        postgres.createDatabase("other", "stranger", "stranger");
        int port = postgres.port();
        try (Sql sql = Sql.connect(postgres, "shared", "owner", "owner")) {
            assertThat(sql.query("SELECT split_part(current_setting('server_version'), '.', 1)"))
                    .containsExactly("18");
            sql.execute("CREATE TABLE IF NOT EXISTS kept (n int)");
            sql.execute("INSERT INTO kept VALUES (1)");
        }
        assertThatThrownBy(() -> Sql.connect(postgres, "shared", "stranger", "stranger"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");

        // When
        postgres.kill();
        assertThatThrownBy(() -> Sql.connect(postgres, "shared", "owner", "owner"))
                .isInstanceOf(SQLException.class);
        postgres.restart();

        // Then
        assertThat(postgres.port()).isEqualTo(port);
        try (Sql sql = Sql.connect(postgres, "shared", "owner", "owner")) {
            assertThat(sql.query("SELECT DISTINCT n FROM kept")).containsExactly("1");
        }
    }

    @Test
    void kafkaKeepsWhatWasAcknowledgedWhenItIsKilledAndForgetsEverythingWhenItIsCleared() throws Exception {
        // Given
        Kafka kafka = Backends.kafka();
        String servers = kafka.bootstrapServers();
        kafka.clear();
        kafka.createTopics(Map.of("shared", 2), Map.of());
        Records.send(kafka, "shared", "kept");

        // When
        kafka.kill();
        kafka.restart();

        // Then
        assertThat(kafka.bootstrapServers()).isEqualTo(servers);
        assertThat(Records.read(kafka, "shared", 1, "shared-reader")).containsExactly("kept");
        kafka.clear();
        assertThat(Records.topics(kafka).keySet()).isEqualTo(Set.of());
    }

    @Test
    void runsInWhatWasAskedFor() {
        String asked = System.getProperty("podium.backends", "embedded");
        Object expected =
                switch (asked) {
                    case "embedded" -> PostgresServer.class;
                    case "containers" -> ContainerPostgres.class;
                    default ->
                        DockerClientFactory.instance().isDockerAvailable()
                                ? ContainerPostgres.class
                                : PostgresServer.class;
                };

        assertThat(Backends.postgres().getClass()).isEqualTo(expected);
    }
}
