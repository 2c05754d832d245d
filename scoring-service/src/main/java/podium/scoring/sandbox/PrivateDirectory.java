package podium.scoring.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory of this process alone (mode 0700), which does not outlive it: what a process left behind that was killed is
 * removed by the next one that makes such a directory in the same place. Whether a process still lives is told by a lock on
 * a file in its directory, which the operating system releases with the process; numbers of processes come again.
 */
public final class PrivateDirectory implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;

    private PrivateDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes one and removes those of the same user and kind that nobody holds any more.
     *
     * @param parent where; made if it is not there
     * @param kind the beginning of its name, which no other kind has
     * @throws IOException it cannot be made
     */
    public static PrivateDirectory create(Path parent, String kind) throws IOException {
        Files.createDirectories(parent);
        PrivateDirectory own = null;
        while (own == null) {
            own = tryCreate(parent, kind);
        }
        own.sweep(kind);
        return own;
    }

    /** Null if somebody took it for one that was left behind, in the moment before it was locked. */
    private static @Nullable PrivateDirectory tryCreate(Path parent, String kind) throws IOException {
        Path path = Files.createTempDirectory(
                parent, own(kind), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            FileChannel lock = open(path);
            if (lock.tryLock() != null && Files.exists(path.resolve(LOCK))) {
                return new PrivateDirectory(path, lock);
            }
            lock.close();
        } catch (NoSuchFileException _) {
            // It is gone.
        }
        return null;
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** A new empty directory in it. */
    public Path subdirectory(String kind) throws IOException {
        return Files.createTempDirectory(path, kind + "-");
    }

    private void sweep(String kind) throws IOException {
        Pattern name = Pattern.compile(Pattern.quote(kind) + "-\\d{1,18}-[\\d-]+");
        String own = own(kind);
        UserPrincipal owner = Files.getOwner(path);
        List<Path> siblings;
        try (Stream<Path> files = Files.list(Objects.requireNonNull(path.getParent()))) {
            siblings = files.filter(file ->
                            name.matcher(String.valueOf(file.getFileName())).matches())
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith(own))
                    .toList();
        }
        for (Path sibling : siblings) {
            try {
                if (Files.isDirectory(sibling, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(sibling, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                    deleteAbandoned(sibling);
                }
            } catch (NoSuchFileException _) {
                // Its own process, or another one that sweeps, has removed it.
            }
        }
    }

    /**
     * How the names of this process's directories begin. Their locks are not to be tried: closing a file releases all locks
     * that a process has on it.
     */
    private static String own(String kind) {
        ProcessHandle process = ProcessHandle.current();
        long started = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        return kind + "-" + process.pid() + "-" + started + "-";
    }

    private static void deleteAbandoned(Path directory) throws IOException {
        try (FileChannel channel = open(directory);
                FileLock held = channel.tryLock()) {
            if (held != null) {
                delete(directory);
            }
        }
    }

    private static FileChannel open(Path directory) throws IOException {
        return FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Removes it with all that is in it, as far as that is possible. */
    @Override
    public void close() {
        delete(path);
        try {
            lock.close();
        } catch (IOException _) {
            // The lock ends with the process.
        }
    }

    /** Removes a directory with all that is in it, as far as that is possible. */
    static void delete(Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException _) {
            // What is left goes when the next process sweeps.
        }
    }
}
