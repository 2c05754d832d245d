package podium.kit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.backends.S3Server;
import podium.backends.S3Server.Access;
import podium.backends.S3Server.Identity;
import podium.backends.S3Server.Settings;

class S3FileStoreIT extends FileStoreContract {
    private static final Identity WRITER =
            new Identity("writer", "secret-of-writer", Map.of("files", Access.WRITE, "gone", Access.WRITE));
    private static final Identity READER = new Identity("reader", "secret-of-reader", Map.of("files", Access.READ));
    private static final Identity STRANGER = new Identity("stranger", "secret-of-stranger", Map.of());

    private static S3Server server;

    /** Keeps what one test stores out of the sight of the others. */
    private String prefix = "";

    private FileStores stores;
    private FileStore store;

    @BeforeAll
    static void start() {
        server = S3Server.start(Settings.forTests(WRITER, READER, STRANGER));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() {
        prefix = "/" + UUID.randomUUID();
        stores = new FileStores(() -> Map.of(
                "writer", new S3(WRITER, "files" + prefix),
                "neighbour", new S3(WRITER, "files" + prefix + "-2"),
                "reader", new S3(READER, "files" + prefix),
                "stranger", new S3(STRANGER, "files" + prefix),
                "nowhere", new S3(WRITER, "no-such-bucket" + prefix)));
        store = stores.get("writer");
    }

    @AfterEach
    void disconnect() {
        stores.close();
    }

    @Override
    FileStore store() {
        return store;
    }

    @Test
    void isBrokenAndNotEmptyWhileTheServerIsDown() throws IOException {
        UUID id = UUID.randomUUID();
        write(id, "still there");
        server.kill();
        try {
            assertThatThrownBy(() -> store.open(id)).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> store.size(id)).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> store.exists(UUID.randomUUID())).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> store.delete(id)).isInstanceOf(StoreException.class);
            assertThatThrownBy(this::ids).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> write(UUID.randomUUID(), "x")).isInstanceOf(StoreException.class);
        } finally {
            server.restart();
        }

        assertThat(read(store.open(id))).isEqualTo("still there");
    }

    @Test
    void isBrokenAndNotEmptyWithoutItsBucketOrItsRights() {
        UUID id = UUID.randomUUID();
        for (String name : new String[] {"nowhere", "stranger"}) {
            FileStore broken = stores.get(name);
            assertThatThrownBy(() -> broken.open(id)).as(name).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> broken.size(id)).as(name).isInstanceOf(StoreException.class);
        }
    }

    @Test
    void readsWithTheRightToReadAndWritesNothing() throws IOException {
        UUID id = UUID.randomUUID();
        write(id, "for readers");
        FileStore reader = stores.get("reader");

        assertThat(read(reader.open(id))).isEqualTo("for readers");
        assertThat(reader.exists(UUID.randomUUID())).isFalse();
        assertThatThrownBy(() -> reader.delete(id)).isInstanceOf(StoreException.class);
        try (PendingFile file = reader.create(UUID.randomUUID())) {
            assertThatThrownBy(file::complete).isInstanceOf(StoreException.class);
        }
    }

    @Test
    void keepsToItsPrefix() throws IOException {
        UUID id = UUID.randomUUID();
        write(id, "mine");

        assertThat(stores.get("neighbour").exists(id)).isFalse();
        try (var ids = stores.get("neighbour").list()) {
            assertThat(ids).isEmpty();
        }
    }

    @Test
    void closesAStreamThatIsNotReadToItsEnd() throws IOException {
        UUID id = UUID.randomUUID();
        try (PendingFile file = store.create(id)) {
            file.stream().write(new byte[5_000_000]);
            file.complete();
        }

        try (InputStream in = store.open(id)) {
            assertThat(in.readNBytes(10)).hasSize(10);
        }

        assertThat(store.size(id)).hasValue(5_000_000);
    }

    @Test
    void knowsOnlyWhatIsConfigured() {
        assertThatThrownBy(() -> stores.get("unknown"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("podium.stores.unknown.uri");
    }

    private record S3(Identity identity, String place) implements StoresConfig.Store {
        @Override
        public URI uri() {
            return URI.create("s3://" + place);
        }

        @Override
        public Optional<URI> endpoint() {
            return Optional.of(URI.create(server.endpoint()));
        }

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public Optional<String> accessKey() {
            return Optional.of(identity.accessKey());
        }

        @Override
        public Optional<String> secretKey() {
            return Optional.of(identity.secret());
        }
    }
}
