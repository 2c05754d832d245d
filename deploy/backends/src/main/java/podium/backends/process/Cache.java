package podium.backends.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What is unpacked once and used by every later start: {@code ~/.cache/podium}, or the directory that the system property
 * {@code podium.backends.cache} names. Deleting it costs time and nothing else.
 */
public final class Cache {
    /** Names another directory for the cache. */
    public static final String PROPERTY = "podium.backends.cache";

    /** Fills a directory that is new and empty. */
    @FunctionalInterface
    public interface Filler {
        /**
         * Fills it.
         *
         * @param directory where to write
         * @throws IOException if that fails; the directory is removed then
         */
        void fill(Path directory) throws IOException;
    }

    private Cache() {}

    /**
     * Gives a directory of the cache, filled completely. Several processes may ask for it at once; one fills it and the
     * others wait.
     *
     * @param key its name: product and version
     * @param filler fills it if it is not there yet
     * @return the directory
     */
    public static Path directory(String key, Filler filler) {
        Path home = home();
        Path directory = home.resolve(key);
        if (Files.isDirectory(directory)) {
            return directory;
        }
        synchronized (Cache.class) {
            try {
                Files.createDirectories(home);
                try (FileChannel channel = FileChannel.open(
                                home.resolve(key + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock _ = channel.lock()) {
                    if (!Files.isDirectory(directory)) {
                        fill(directory, filler);
                    }
                }
                return directory;
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot fill " + directory, e);
            }
        }
    }

    private static void fill(Path directory, Filler filler) throws IOException {
        Path unfinished = directory.resolveSibling(directory.getFileName() + ".unfinished");
        deleteTree(unfinished);
        Files.createDirectories(unfinished);
        filler.fill(unfinished);
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The directory that holds it all.
     *
     * @return the directory, which may not exist yet
     */
    public static Path home() {
        String given = System.getProperty(PROPERTY);
        return given == null ? Path.of(System.getProperty("user.home"), ".cache", "podium") : Path.of(given);
    }

    /**
     * Deletes a directory with all that is in it, if it is there.
     *
     * @param directory what to delete
     */
    public static void deleteTree(Path directory) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + directory, e);
        }
    }
}
