package podium.kit.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files in a directory of a file system that has hard links; several processes may share it.
 *
 * <p>A file is written beside its place, forced to disk and hard-linked into place: a link is made by one writer only, and
 * never half. Files lie in 256 sub-directories by the last two digits of their ids, which are random in every version of
 * UUID that Podium uses. A marker in the root tells a directory that lost its files (a mount that is gone) from a file that
 * was never there.
 */
public final class DirectoryFileStore implements FileStore {
    private static final String MARKER = ".store";
    private static final String PENDING_SUFFIX = ".pending";

    private final Path root;

    /** @throws StoreException the directory is not there and cannot be made */
    public DirectoryFileStore(Path root) {
        this.root = root.toAbsolutePath();
        try {
            Files.createDirectories(this.root);
            Files.createFile(this.root.resolve(MARKER));
            force(this.root);
        } catch (FileAlreadyExistsException _) {
            // Another process, or an earlier start, has set it up.
            requireMarker();
        } catch (IOException e) {
            // A reader without the right to write may come before the writer: it can go on once the marker is there.
            if (!Files.isDirectory(this.root)) {
                throw new StoreException("Cannot use the directory " + root, e);
            }
        }
    }

    @Override
    public PendingFile create(UUID id) {
        requireMarker();
        Path shard = shard(id);
        try {
            if (!Files.isDirectory(shard)) {
                Files.createDirectories(shard);
                force(root);
            }
            return new DirectoryPendingFile(
                    id, shard, shard.resolve("." + id + "." + UUID.randomUUID() + PENDING_SUFFIX));
        } catch (IOException e) {
            throw new StoreException("Cannot write into " + shard, e);
        }
    }

    @Override
    public InputStream open(UUID id) {
        return open(id, 0, Long.MAX_VALUE);
    }

    @Override
    public InputStream open(UUID id, long from, long length) {
        Path place = place(id);
        try {
            FileChannel channel = FileChannel.open(place, StandardOpenOption.READ);
            return new ChannelSlice(channel, from, Math.min(length, Long.MAX_VALUE - from), true);
        } catch (NoSuchFileException _) {
            requireMarker();
            throw new FileAbsentException(id);
        } catch (IOException e) {
            throw new StoreException("Cannot read " + place, e);
        }
    }

    @Override
    public OptionalLong size(UUID id) {
        Path place = place(id);
        try {
            return OptionalLong.of(Files.size(place));
        } catch (NoSuchFileException _) {
            requireMarker();
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new StoreException("Cannot read " + place, e);
        }
    }

    @Override
    public boolean delete(UUID id) {
        Path place = place(id);
        try {
            if (!Files.deleteIfExists(place)) {
                requireMarker();
                return false;
            }
            force(shard(id));
            return true;
        } catch (IOException e) {
            throw new StoreException("Cannot delete " + place, e);
        }
    }

    @Override
    public Stream<UUID> list() {
        requireMarker();
        return files().flatMap(file -> id(file).stream());
    }

    /**
     * Removes what writers left behind that died before they completed.
     *
     * @param age how long nothing has been written to them; by the clock of the file system, so that clocks need not agree
     * @return how many there were
     */
    public int sweep(Duration age) {
        requireMarker();
        int swept = 0;
        try {
            Instant before = fileSystemTime().minus(age);
            try (Stream<Path> files = files()) {
                for (Path file : (Iterable<Path>) files.filter(f -> name(f).endsWith(PENDING_SUFFIX))::iterator) {
                    if (lastWritten(file).filter(before::isAfter).isPresent() && Files.deleteIfExists(file)) {
                        swept++;
                    }
                }
            }
        } catch (IOException e) {
            throw new StoreException("Cannot sweep " + root, e);
        }
        return swept;
    }

    @SuppressWarnings("StreamResourceLeak") // the caller closes it, and flatMap the others
    private Stream<Path> files() {
        try {
            return Files.list(root).filter(Files::isDirectory).flatMap(DirectoryFileStore::children);
        } catch (IOException e) {
            throw new StoreException("Cannot list " + root, e);
        }
    }

    @SuppressWarnings("StreamResourceLeak") // closed by flatMap
    private static Stream<Path> children(Path shard) {
        try {
            return Files.list(shard);
        } catch (IOException e) {
            throw new StoreException("Cannot list " + shard, e);
        }
    }

    private Instant fileSystemTime() throws IOException {
        Path probe = Files.createTempFile(root, ".now", "");
        try {
            return Files.getLastModifiedTime(probe).toInstant();
        } finally {
            Files.delete(probe);
        }
    }

    private static Optional<Instant> lastWritten(Path file) throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (NoSuchFileException _) {
            return Optional.empty(); // completed or discarded meanwhile
        }
    }

    private void requireMarker() {
        if (!Files.exists(root.resolve(MARKER))) {
            throw new StoreException("The directory " + root + " is not there, or is not a file store", null);
        }
    }

    private Path place(UUID id) {
        return shard(id).resolve(id.toString());
    }

    private Path shard(UUID id) {
        String name = id.toString();
        return root.resolve(name.substring(name.length() - 2));
    }

    private static Optional<UUID> id(Path file) {
        String name = name(file);
        try {
            return name.length() == 36 ? Optional.of(UUID.fromString(name)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** A name is durable only when the directory that holds it is. */
    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static final class DirectoryPendingFile implements PendingFile {
        private final UUID id;
        private final Path shard;
        private final Path place;
        private final Path pending;
        private final FileChannel channel;
        private final HashingOutputStream stream;
        private boolean closed;

        DirectoryPendingFile(UUID id, Path shard, Path pending) throws IOException {
            this.id = id;
            this.shard = shard;
            this.place = shard.resolve(id.toString());
            this.pending = pending;
            this.channel = FileChannel.open(pending, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            this.stream = new HashingOutputStream(Channels.newOutputStream(channel));
        }

        @Override
        public OutputStream stream() {
            return stream;
        }

        @Override
        public StoredFile complete() {
            if (closed) {
                throw new IllegalStateException("Already completed or discarded");
            }
            try {
                channel.force(true);
                channel.close();
                Files.createLink(place, pending);
                force(shard);
            } catch (FileAlreadyExistsException _) {
                throw new FileExistsException(id);
            } catch (IOException | UnsupportedOperationException e) {
                throw new StoreException("Cannot complete " + place, e);
            } finally {
                close();
            }
            return stream.stored(id);
        }

        @Override
        public void close() {
            if (closed) {
                return;
            }
            closed = true;
            try {
                channel.close();
                Files.deleteIfExists(pending);
            } catch (IOException _) {
                // The file is not visible under its id; the sweep takes what is left.
            }
        }
    }
}
