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
    private @Nullable String s3Identity;

    /** Made by Quarkus. */
    public BackendsResource() {}

    /**
     * Reads the arguments of the annotation: {@code s3=true} puts the file stores on S3, where everything is allowed;
     * {@code s3=submission} or {@code s3=scoring} with the rights of that service.
     *
     * @param arguments the arguments
     */
    @Override
    public void init(Map<String, String> arguments) {
        String value = arguments.getOrDefault("s3", "false");
        s3Identity = switch (value) {
            case "false" -> null;
            case "true" -> StoreIdentities.ALL;
            default -> value;
        };
    }

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
        if (s3Identity == null) {
            directories(settings);
        } else {
            buckets(settings, name, s3Identity);
        }
        return settings;
    }

    private void directories(Map<String, String> settings) {
        Path directory = TemporaryDirectories.create("stores");
        stores = directory;
        for (String store : STORES) {
            settings.put(
                    "podium.stores." + store + ".uri",
                    directory.resolve(store).toUri().toString());
        }
    }

    private static void buckets(Map<String, String> settings, String prefix, String identity) {
        S3 s3 = Backends.s3();
        for (String store : STORES) {
            String key = "podium.stores." + store + ".";
            settings.put(key + "uri", "s3://" + store + "/" + prefix);
            settings.put(key + "endpoint", s3.endpoint());
            settings.put(key + "region", "us-east-1");
            settings.put(key + "access-key", identity);
            settings.put(key + "secret-key", s3.secret(identity));
        }
    }

    @Override
    public void stop() {
        Path directory = stores;
        if (directory != null) {
            Cache.deleteTree(directory);
        }
    }
}
