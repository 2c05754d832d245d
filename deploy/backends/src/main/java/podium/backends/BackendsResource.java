package podium.backends;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.backends.process.Cache;

/**
 * What a {@code @QuarkusTest} of a service stands on: the JVM's PostgreSQL with a database that is new for every start of
 * the application, the JVM's Kafka with the topics of the contract, all empty, and empty file stores in a temporary
 * directory. Use it as {@code @QuarkusTestResource(BackendsResource.class)}.
 */
public class BackendsResource implements QuarkusTestResourceLifecycleManager {
    /** The file stores that some service has. */
    static final List<String> STORES = List.of("uploads", "vault", "keys", "releases");

    private @Nullable Path stores;

    /** Made by Quarkus. */
    public BackendsResource() {}

    @Override
    public Map<String, String> start() {
        Postgres postgres = Backends.postgres();
        Kafka kafka = Backends.kafka();
        kafka.clear();
        kafka.createTopics(Topics.ofContract(), Map.of());
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        postgres.createDatabase(name, name, name);

        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(name));
        settings.put("quarkus.datasource.username", name);
        settings.put("quarkus.datasource.password", name);
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        Path directory = TemporaryDirectories.create("stores");
        stores = directory;
        for (String store : STORES) {
            settings.put(
                    "podium.stores." + store + ".uri",
                    directory.resolve(store).toUri().toString());
        }
        return settings;
    }

    @Override
    public void stop() {
        Path directory = stores;
        if (directory != null) {
            Cache.deleteTree(directory);
        }
    }
}
