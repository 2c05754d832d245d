package podium.kit.file;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The stores that are configured, by name. A store is opened when it is first asked for. */
@ApplicationScoped
public class FileStores {
    private final StoresConfig config;
    private final Map<String, FileStore> open = new ConcurrentHashMap<>();
    private final List<S3Client> clients = new CopyOnWriteArrayList<>();

    @Inject
    FileStores(StoresConfig config) {
        this.config = config;
    }

    /**
     * A store by its name: {@code uploads} for what is configured under {@code podium.stores.uploads}.
     *
     * @throws IllegalArgumentException no store of that name is configured, or its URI is of an unknown kind
     * @throws StoreException the store cannot be used
     */
    public FileStore get(String name) {
        return open.computeIfAbsent(name, this::connect);
    }

    /** The names of all stores that are configured. */
    public Stream<String> names() {
        return config.stores().keySet().stream();
    }

    private FileStore connect(String name) {
        StoresConfig.Store store = config.stores().get(name);
        if (store == null) {
            throw new IllegalArgumentException("No file store is configured under podium.stores." + name + ".uri");
        }
        return switch (String.valueOf(store.uri().getScheme())) {
            case "file" -> new DirectoryFileStore(Path.of(store.uri()));
            case "s3" -> s3(store);
            default ->
                throw new IllegalArgumentException("podium.stores." + name + ".uri is neither file:///directory nor"
                        + " s3://bucket/prefix but " + store.uri());
        };
    }

    private FileStore s3(StoresConfig.Store store) {
        S3ClientBuilder builder = S3Client.builder()
                // It looks at a connection before it uses it again; Java's own gives up on a server that was restarted.
                .httpClientBuilder(Apache5HttpClient.builder())
                .region(Region.of(store.region()))
                .credentialsProvider(credentials(store))
                // Servers other than AWS do not all know the newer checksums; ours is the SHA-256 that is recorded.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        store.endpoint()
                .ifPresent(endpoint -> builder.endpointOverride(endpoint).forcePathStyle(true));
        S3Client client = builder.build();
        clients.add(client);
        String path = String.valueOf(store.uri().getPath()).replaceFirst("^/", "");
        return new S3FileStore(
                client, store.uri().getAuthority(), path.isEmpty() || path.endsWith("/") ? path : path + "/");
    }

    private static AwsCredentialsProvider credentials(StoresConfig.Store store) {
        if (store.accessKey().isEmpty()) {
            return DefaultCredentialsProvider.builder().build();
        }
        String secret = store.secretKey()
                .orElseThrow(() -> new IllegalArgumentException("An access-key needs its secret-key: " + store.uri()));
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(store.accessKey().get(), secret));
    }

    @PreDestroy
    void close() {
        clients.forEach(S3Client::close);
    }
}
