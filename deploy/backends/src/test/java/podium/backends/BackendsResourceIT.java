package podium.backends;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = MINUTES)
class BackendsResourceIT {
    @Test
    void givesEveryStartOfTheApplicationAnEmptyWorldOnTheSameServers() throws Exception {
        // Given an application that has left its traces
        BackendsResource first = new BackendsResource();
        Map<String, String> before = first.start();
        String topic = Topics.ofContract().keySet().iterator().next();
        Records.send(Backends.kafka(), topic, "left over");
        assertThat(Records.read(Backends.kafka(), topic, 1, "service")).containsExactly("left over");
        first.stop();

        // When the next one starts
        BackendsResource second = new BackendsResource();
        Map<String, String> after = second.start();

        // Then
        assertThat(new TreeSet<>(after.keySet()))
                .containsExactly(
                        "kafka.bootstrap.servers",
                        "podium.stores.keys.uri",
                        "podium.stores.releases.uri",
                        "podium.stores.uploads.uri",
                        "podium.stores.vault.uri",
                        "quarkus.datasource.jdbc.url",
                        "quarkus.datasource.password",
                        "quarkus.datasource.username");
        assertThat(after).containsEntry("kafka.bootstrap.servers", before.get("kafka.bootstrap.servers"));
        assertThat(after.get("quarkus.datasource.jdbc.url")).isNotEqualTo(before.get("quarkus.datasource.jdbc.url"));
        try (var connection = DriverManager.getConnection(
                after.get("quarkus.datasource.jdbc.url"),
                after.get("quarkus.datasource.username"),
                after.get("quarkus.datasource.password"))) {
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(Records.topics(Backends.kafka())).isEqualTo(Topics.ofContract());
        Records.send(Backends.kafka(), topic, "new");
        assertThat(Records.read(Backends.kafka(), topic, 1, "service")).containsExactly("new");
        assertThat(Path.of(URI.create(after.get("podium.stores.vault.uri")))).doesNotExist();
        second.stop();
    }

    @Test
    void putsTheStoresOnS3WithTheRightsOfTheServiceThatAsks() {
        // Given
        BackendsResource resource = new BackendsResource();
        resource.init(Map.of("s3", "scoring"));

        // When
        Map<String, String> settings = resource.start();

        // Then
        assertThat(settings.get("podium.stores.vault.uri")).matches("s3://vault/test_[0-9a-f]{32}");
        assertThat(settings)
                .containsEntry("podium.stores.vault.endpoint", Backends.s3().endpoint())
                .containsEntry("podium.stores.vault.region", "us-east-1")
                .containsEntry("podium.stores.vault.access-key", "scoring")
                .containsEntry("podium.stores.vault.secret-key", Backends.s3().secret("scoring"));
        resource.stop();
    }

    @Test
    void givesAnotherClassLoaderTheSameServers() throws Exception {
        // Given a class loader that has loaded all of it a second time, as Quarkus does
        String[] path = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        URL[] urls = new URL[path.length];
        for (int i = 0; i < path.length; i++) {
            urls[i] = Path.of(path[i]).toUri().toURL();
        }
        Postgres here = Backends.postgres();
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            Class<?> there = loader.loadClass(Backends.class.getName());
            assertThat(there).isNotSameAs(Backends.class);

            // When
            Object server = there.getMethod("postgres").invoke(null);

            // Then
            Class<?> type = loader.loadClass(Postgres.class.getName());
            assertThat(type.isInstance(server)).isTrue();
            assertThat(type.getMethod("port").invoke(server)).isEqualTo(here.port());
        }
    }
}
