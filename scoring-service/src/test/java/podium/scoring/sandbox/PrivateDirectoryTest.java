package podium.scoring.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateDirectoryTest {
    @TempDir
    Path parent;

    @Test
    void nobodyElseMayLookIntoIt() throws IOException {
        try (PrivateDirectory directory = PrivateDirectory.create(parent.resolve("new/place"), "kind")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.path())))
                    .isEqualTo("rwx------");
        }
        assertThat(parent.resolve("new/place")).isEmptyDirectory();
    }

    @Test
    void whatNobodyHoldsIsRemovedByTheNext() throws IOException {
        Path left = Files.createDirectories(parent.resolve("kind-1-123"));
        Files.createFile(left.resolve("lock"));
        Files.writeString(Files.createDirectory(left.resolve("work")).resolve("raw"), "secret");
        Files.createDirectories(parent.resolve("kind-2-123"));
        Path other = Files.createDirectories(parent.resolve("other-1-123"));
        Path noSuchName = Files.createDirectories(parent.resolve("kind-of-blue"));

        try (PrivateDirectory directory = PrivateDirectory.create(parent, "kind")) {
            try (Stream<Path> files = Files.list(parent)) {
                assertThat(files).containsExactlyInAnyOrder(directory.path(), other, noSuchName);
            }
        }
    }

    @Test
    void whatSomebodyHoldsStays() throws IOException {
        try (PrivateDirectory first = PrivateDirectory.create(parent, "kind");
                PrivateDirectory second = PrivateDirectory.create(parent, "kind")) {
            assertThat(first.path()).isDirectory();
            assertThat(second.path()).isDirectory();
            assertThat(isLockedForOthers(first)).isTrue();
        }
    }

    /** A lock is one between processes, so another process has to try it: flock(1) would be another kind of lock. */
    private static boolean isLockedForOthers(PrivateDirectory directory) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of(PrivateDirectoryTest.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .getPath())
                                .toString(),
                        Locking.class.getName(),
                        directory.path().resolve("lock").toString())
                .inheritIO()
                .start();
        try {
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 1;
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Tries a lock: 0 if it was free, 1 if it was not. */
    static final class Locking {
        private Locking() {}

        public static void main(String[] arguments) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                System.exit(channel.tryLock() == null ? 1 : 0);
            }
        }
    }
}
