package podium.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.backends.S3Server;
import podium.backends.S3Server.Access;
import podium.backends.StoreIdentities;
import podium.kit.file.FileAbsentException;
import podium.kit.file.FileStore;
import podium.kit.file.PendingFile;
import podium.kit.file.S3FileStore;
import podium.kit.file.StoreException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The rights on the stores as the design's table has them, each cell tried with the file store that the services use:
 * uploads: submission writes, scoring reads. Vault and keys: scoring alone. Releases: scoring writes, submission reads.
 */
class StoreRightsST {
    private static final List<String> SERVICES = List.of("submission", "scoring", "leaderboard");
    private static final List<String> STORES = List.of("uploads", "vault", "keys", "releases");
    private static final Map<String, Map<String, Access>> TABLE = Map.of(
            "submission", Map.of("uploads", Access.WRITE, "releases", Access.READ),
            "scoring",
                    Map.of(
                            "uploads", Access.READ,
                            "vault", Access.WRITE,
                            "keys", Access.WRITE,
                            "releases", Access.WRITE),
            "leaderboard", Map.of());
    private static final S3Server.Identity OPERATOR = new S3Server.Identity(
            "operator",
            "operator-secret",
            Map.of("uploads", Access.WRITE, "vault", Access.WRITE, "keys", Access.WRITE, "releases", Access.WRITE));
    /** Leaderboard-service has no identity of its own; somebody without rights stands for it. */
    private static final S3Server.Identity NOBODY =
            new S3Server.Identity("leaderboard", "leaderboard-secret", Map.of());

    private static final byte[] CONTENT = {1, 2, 3};

    private static S3Server server;
    private static final Map<String, UUID> FILES = new HashMap<>();

    @BeforeAll
    static void aFileInEachStore() throws IOException {
        S3Server.Identity[] identities = Stream.concat(
                        Stream.of(OPERATOR, NOBODY),
                        StoreIdentities.ofServices("submission-secret", "scoring-secret").stream())
                .toArray(S3Server.Identity[]::new);
        server = S3Server.start(S3Server.Settings.forTests(identities));
        for (String store : STORES) {
            FILES.put(store, put(store("operator", store)));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<List<String>> cells() {
        return SERVICES.stream().flatMap(service -> STORES.stream().map(store -> List.of(service, store)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void eachCellOfTheTableIsAsItSays(List<String> cell) throws IOException {
        // Given
        Access access = TABLE.getOrDefault(cell.get(0), Map.of()).getOrDefault(cell.get(1), Access.NONE);
        FileStore store = store(cell.get(0), cell.get(1));
        UUID file = FILES.getOrDefault(cell.get(1), new UUID(0, 0));

        // Then
        if (access == Access.NONE) {
            assertThatThrownBy(() -> read(store, file)).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> store.exists(file))
                    .isInstanceOf(StoreException.class)
                    .isNotInstanceOf(FileAbsentException.class);
        } else {
            assertThat(read(store, file)).isEqualTo(CONTENT);
            assertThat(store.exists(file)).isTrue();
        }
        if (access == Access.WRITE) {
            UUID own = put(store);
            assertThat(read(store, own)).isEqualTo(CONTENT);
            assertThat(store.delete(own)).isTrue();
        } else {
            assertThatThrownBy(() -> put(store)).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> store.delete(file)).isInstanceOf(StoreException.class);
            assertThat(read(store("operator", cell.get(1)), file)).isEqualTo(CONTENT);
        }
    }

    private static UUID put(FileStore store) throws IOException {
        UUID id = UUID.randomUUID();
        try (PendingFile file = store.create(id)) {
            file.stream().write(CONTENT);
            file.complete();
        }
        return id;
    }

    private static byte[] read(FileStore store, UUID file) throws IOException {
        try (InputStream in = store.open(file)) {
            return in.readAllBytes();
        }
    }

    private static FileStore store(String identity, String bucket) {
        S3Client client = S3Client.builder()
                .httpClientBuilder(Apache5HttpClient.builder())
                .region(Region.US_EAST_1)
                .endpointOverride(URI.create(server.endpoint()))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(identity, identity + "-secret")))
                .build();
        return new S3FileStore(client, bucket, "");
    }
}
