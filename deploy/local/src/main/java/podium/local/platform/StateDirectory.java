package podium.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Everything that a local platform keeps, in one directory that one launcher at a time may use: databases, files, logs,
 * and secrets, which are made once and readable by their owner alone.
 */
final class StateDirectory implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final long NEEDED_BYTES = 3L << 30;
    private static final int PASSWORD_BYTES = 24;
    private static final int KEY_BYTES = 32;

    private final Path path;
    private final FileChannel lock;

    private StateDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the directory, creating it if need be.
     *
     * @param path the directory
     * @param fresh whether everything in it is deleted
     * @return the directory, locked
     * @throws PlatformException if another launcher uses it, or the disk is nearly full
     */
    static StateDirectory take(Path path, boolean fresh) {
        Path directory = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(
                    directory.resolve(LOCK),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new PlatformException("Another Podium runs on " + directory
                        + ". Stop it, or give this one another directory with PODIUM_HOME.");
            }
            if (fresh) {
                deleteContents(directory);
            }
            FileStore disk = Files.getFileStore(directory);
            if (disk.getUsableSpace() < NEEDED_BYTES) {
                channel.close();
                throw new PlatformException("There are %.1f GB free where %s is; Podium needs 3 GB."
                        .formatted(disk.getUsableSpace() / 1e9, directory));
            }
            return new StateDirectory(directory, channel);
        } catch (IOException e) {
            throw new PlatformException("Cannot use " + directory + ": " + e.getMessage(), e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another platform in this very JVM
        }
    }

    private static void deleteContents(Path directory) throws IOException {
        List<Path> doomed;
        try (Stream<Path> all = Files.walk(directory)) {
            doomed = all.filter(file -> !file.equals(directory) && !file.equals(directory.resolve(LOCK)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path file : doomed) {
            Files.delete(file);
        }
    }

    Path path() {
        return path;
    }

    /** A directory in it, made if need be. */
    Path directory(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The log of a component. */
    Path log(Component component) {
        return directory("logs").resolve(component.fileName() + ".log");
    }

    /** Shows a log that a backend keeps in its own directory among the others. */
    void linkLog(Component component, Path actual) {
        Path link = log(component);
        try {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, directory("logs").relativize(actual));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A password, made when first asked for. */
    String password(String name) {
        return secret(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(random(PASSWORD_BYTES)));
    }

    /** A key of 256 bits in base64, made when first asked for. */
    String key(String name) {
        return secret(name, () -> Base64.getEncoder().encodeToString(random(KEY_BYTES)));
    }

    /** The file of a private Ed25519 key (PEM, PKCS #8), made when first asked for. */
    Path signingKey(String name) {
        secret(name, () -> {
            try {
                byte[] key = KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPrivate()
                        .getEncoded();
                return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                        + "\n-----END PRIVATE KEY-----";
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every JDK has Ed25519.", e);
            }
        });
        return directory("secrets").resolve(name);
    }

    /** Writes a file that only its owner may read. */
    Path writePrivate(Path file, String content) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String secret(String name, Supplier<String> make) {
        Path file = directory("secrets").resolve(name);
        try {
            if (!Files.exists(file)) {
                // Written under another name first: half a secret would be kept for ever.
                Path unfinished = writePrivate(file.resolveSibling(name + ".unfinished"), make.get() + "\n");
                Files.move(unfinished, file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }

    /** Lets another launcher take it. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
