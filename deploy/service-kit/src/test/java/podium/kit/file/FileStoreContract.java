package podium.kit.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every file store promises, run against each of them. */
abstract class FileStoreContract {
    /** SHA-256 of "abc", FIPS 180-2 appendix B.1. */
    private static final String SHA_256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    /** The store, empty for each test. */
    abstract FileStore store();

    @Test
    void keepsWhatWasWritten() throws IOException {
        UUID id = UUID.randomUUID();

        StoredFile stored = write(id, "abc");

        assertThat(stored).isEqualTo(new StoredFile(id, 3, SHA_256_OF_ABC));
        assertThat(read(store().open(id))).isEqualTo("abc");
        assertThat(store().size(id)).hasValue(3);
        assertThat(store().exists(id)).isTrue();
    }

    @Test
    void keepsEmptyFiles() throws IOException {
        UUID id = UUID.randomUUID();

        assertThat(write(id, "").bytes()).isZero();

        assertThat(store().size(id)).hasValue(0);
        assertThat(read(store().open(id))).isEmpty();
    }

    @Test
    void keepsMoreThanFitsAnyBuffer() throws IOException {
        UUID id = UUID.randomUUID();
        byte[] content = new byte[3_000_001];
        new Random(7).nextBytes(content);

        try (PendingFile file = store().create(id)) {
            for (int at = 0; at < content.length; at += 70_000) {
                file.stream().write(content, at, Math.min(70_000, content.length - at));
            }
            file.stream().write(new byte[0]);
            file.complete();
        }

        try (InputStream in = store().open(id)) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
        try (InputStream in = store().open(id, 2_500_000, 1_000)) {
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, 2_500_000, 2_501_000));
        }
    }

    @Test
    void readsParts() throws IOException {
        UUID id = UUID.randomUUID();
        write(id, "0123456789");

        assertThat(read(store().open(id, 0, 1))).isEqualTo("0");
        assertThat(read(store().open(id, 3, 4))).isEqualTo("3456");
        assertThat(read(store().open(id, 8, 100))).isEqualTo("89");
        assertThat(read(store().open(id, 2, 0))).isEmpty();
        assertThat(read(store().open(id, 10, 5))).isEmpty();
        assertThat(read(store().open(id, 4, Long.MAX_VALUE))).isEqualTo("456789");
    }

    @Test
    void showsNothingBeforeAFileIsComplete() throws IOException {
        UUID id = UUID.randomUUID();

        try (PendingFile file = store().create(id)) {
            file.stream().write("half".getBytes(UTF_8));
            file.stream().close();

            assertThat(store().exists(id)).isFalse();
            assertThat(ids()).isEmpty();
        }

        assertThat(store().exists(id))
                .as("discarded when it was closed without being completed")
                .isFalse();
        assertThat(ids()).isEmpty();
    }

    @Test
    void neverReplacesAFile() throws IOException {
        UUID id = UUID.randomUUID();
        write(id, "first");

        assertThatThrownBy(() -> write(id, "second")).isInstanceOf(FileExistsException.class);

        assertThat(read(store().open(id))).isEqualTo("first");
    }

    @Test
    void letsExactlyOneOfEightRacingWritersWin() throws Exception {
        UUID id = UUID.randomUUID();
        CyclicBarrier start = new CyclicBarrier(8);
        List<Future<String>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                String content = "writer " + i;
                Callable<String> writer = () -> {
                    try (PendingFile file = store().create(id)) {
                        file.stream().write(content.getBytes(UTF_8));
                        start.await();
                        file.complete();
                        return content;
                    } catch (FileExistsException _) {
                        return "";
                    }
                };
                writers.add(threads.submit(writer));
            }
        }

        List<String> winners = new ArrayList<>();
        for (Future<String> writer : writers) {
            winners.add(writer.get());
        }
        winners.removeIf(String::isEmpty);

        assertThat(winners).hasSize(1);
        assertThat(read(store().open(id))).isEqualTo(winners.getFirst());
    }

    @Test
    void saysWhatIsAbsent() {
        UUID id = UUID.randomUUID();

        assertThat(store().size(id)).isEqualTo(OptionalLong.empty());
        assertThat(store().delete(id)).isFalse();
        assertThatThrownBy(() -> store().open(id)).isInstanceOf(FileAbsentException.class);
        assertThatThrownBy(() -> store().open(id, 0, 1)).isInstanceOf(FileAbsentException.class);
    }

    @Test
    void deletesAndLists() throws IOException {
        UUID kept = UUID.randomUUID();
        UUID deleted = UUID.randomUUID();
        write(kept, "kept");
        write(deleted, "deleted");
        assertThat(ids()).containsExactlyInAnyOrder(kept, deleted);

        assertThat(store().delete(deleted)).isTrue();

        assertThat(ids()).containsExactly(kept);
        assertThatThrownBy(() -> store().open(deleted)).isInstanceOf(FileAbsentException.class);
    }

    @Test
    void completesOnce() throws IOException {
        try (PendingFile file = store().create(UUID.randomUUID())) {
            file.complete();

            assertThatThrownBy(file::complete).isInstanceOf(IllegalStateException.class);
        }
    }

    final StoredFile write(UUID id, String content) throws IOException {
        try (PendingFile file = store().create(id)) {
            file.stream().write(content.getBytes(UTF_8));
            return file.complete();
        }
    }

    final List<UUID> ids() {
        try (Stream<UUID> ids = store().list()) {
            return ids.toList();
        }
    }

    static String read(InputStream in) throws IOException {
        try (in) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
