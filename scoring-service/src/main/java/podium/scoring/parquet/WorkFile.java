package podium.scoring.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A file without a name: it can be opened as long as this process has it open, by this process's user alone, and is gone
 * after that, even if the process was killed (Linux).
 */
public final class WorkFile implements AutoCloseable {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private final FileChannel channel;
    private final Path path;

    private WorkFile(FileChannel channel, Path path) {
        this.channel = channel;
        this.path = path;
    }

    static WorkFile create(Path directory) throws IOException {
        Path name = directory.toRealPath().resolve(UUID.randomUUID().toString());
        FileChannel channel = FileChannel.open(
                name,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            return new WorkFile(
                    channel,
                    Path.of("/proc", Long.toString(ProcessHandle.current().pid()), "fd", descriptor(name)));
        } catch (IOException e) {
            channel.close();
            throw e;
        } finally {
            Files.delete(name);
        }
    }

    /** Java does not tell the number of a descriptor; the operating system tells which one has a file. */
    private static String descriptor(Path file) throws IOException {
        try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
            return descriptors
                    .filter(descriptor -> leadsTo(descriptor, file))
                    .map(descriptor -> String.valueOf(descriptor.getFileName()))
                    .findFirst()
                    .orElseThrow(
                            () -> new IOException("The file that was opened is not to be found in " + DESCRIPTORS));
        }
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException _) {
            return false; // closed in the meantime
        }
    }

    /** Writes all of a stream at its end. */
    public void write(InputStream in) throws IOException {
        in.transferTo(Channels.newOutputStream(channel));
    }

    /** Where a process of the same user can open it. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
