package podium.kit.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryFileStoreTest extends FileStoreContract {
    @TempDir
    Path directory;

    private DirectoryFileStore store;

    @BeforeEach
    void open() {
        store = new DirectoryFileStore(directory.resolve("store"));
    }

    @Override
    FileStore store() {
        return store;
    }

    @Test
    void sharesADirectoryWithOtherProcesses() throws IOException {
        UUID id = UUID.randomUUID();
        FileStore other = new DirectoryFileStore(directory.resolve("store"));

        write(id, "seen by both");

        assertThat(read(other.open(id))).isEqualTo("seen by both");
    }

    @Test
    void isBrokenAndNotEmptyWhenItsDirectoryIsGone() throws IOException {
        UUID id = UUID.randomUUID();
        write(id, "somewhere");
        Files.move(directory.resolve("store"), directory.resolve("elsewhere"));
        Files.createDirectory(directory.resolve("store")); // what is left of a mount that is gone

        assertThatThrownBy(() -> store.open(id)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.size(id)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.exists(id)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.delete(id)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.list()).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.create(id)).isInstanceOf(StoreException.class);
    }

    @Test
    void refusesAPlaceThatIsNoDirectory() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> new DirectoryFileStore(file)).isInstanceOf(StoreException.class);
    }

    @Test
    void sweepsWhatCrashedWritersLeftByItsAge() throws IOException {
        UUID complete = UUID.randomUUID();
        write(complete, "complete");
        PendingFile crashed = store.create(UUID.randomUUID());
        crashed.stream().write(1);
        PendingFile young = store.create(UUID.randomUUID());
        young.stream().write(1);
        Path left = pending().getFirst();
        Files.setLastModifiedTime(left, FileTime.from(Instant.EPOCH));

        int swept = store.sweep(Duration.ofHours(1));

        assertThat(swept).isEqualTo(1);
        assertThat(pending()).hasSize(1).doesNotContain(left);
        assertThat(ids()).containsExactly(complete);
        crashed.close();
        young.close();
        assertThat(pending()).isEmpty();
    }

    @Test
    void showsNothingOfAWriterThatIsKilledInTheMiddle() throws Exception {
        UUID id = UUID.randomUUID();
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HalfWriter.class.getName(),
                        directory.resolve("store").toString(),
                        id.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(writer.getInputStream().read()).as("it has written half").isEqualTo('!');
        } finally {
            writer.destroyForcibly();
            assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(pending()).hasSize(1);
        assertThat(store.exists(id)).isFalse();
        assertThat(ids()).isEmpty();

        write(id, "the second attempt");

        assertThat(read(store.open(id))).isEqualTo("the second attempt");
        assertThat(store.sweep(Duration.ofSeconds(-1))).isEqualTo(1);
        assertThat(pending()).isEmpty();
    }

    private List<Path> pending() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(f -> f.toString().endsWith(".pending")).toList();
        }
    }

    /** Another process that writes and then waits to be killed. */
    static final class HalfWriter {
        private HalfWriter() {}

        public static void main(String[] args) throws Exception {
            PendingFile file = new DirectoryFileStore(Path.of(args[0])).create(UUID.fromString(args[1]));
            OutputStream out = file.stream();
            out.write("half of it".getBytes(UTF_8));
            System.out.print('!');
            System.out.flush();
            Thread.currentThread().join();
        }
    }
}
