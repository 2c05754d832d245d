package podium.backends;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import podium.backends.process.BackendException;
import podium.backends.process.Cache;

/** The PostgreSQL programs for Linux, unpacked once into the cache directory. */
final class PostgresBinaries {
    private static final int EXECUTABLE = 0100;

    private PostgresBinaries() {}

    /**
     * Unpacks the programs unless that was done before.
     *
     * @return the directory that holds {@code bin}, {@code lib} and {@code share}
     */
    static Path unpacked() {
        String architecture = architecture();
        return Cache.directory(
                "postgresql-" + BuildProperties.get("postgresql.version") + "-" + architecture,
                directory -> unpack("/postgres-linux-" + architecture + ".txz", directory));
    }

    /** The name that the archives have for this machine's processor. */
    private static String architecture() {
        String architecture = System.getProperty("os.arch");
        return switch (architecture) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default ->
                throw new BackendException("There is no embedded PostgreSQL for " + architecture
                        + ": use -Dpodium.backends=containers or a server of your own.");
        };
    }

    private static void unpack(String archive, Path directory) throws IOException {
        try (InputStream in = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (in == null) {
                throw new BackendException("The class path lacks PostgreSQL for this machine: " + archive);
            }
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(tar, entry, directory);
                }
            }
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path directory) throws IOException {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("The archive reaches out of its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & EXECUTABLE) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot make " + target + " executable.");
        }
    }
}
