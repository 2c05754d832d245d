package podium.scoring.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;

/**
 * The program of the process of a query, in a directory of this process: a jar with the few classes that it consists of and
 * the driver's, and DuckDB itself beside it.
 *
 * <p>It is taken from where this process has it, be that a directory, a jar or the layout of a packaged service, and has
 * nothing else of it. The driver by itself would unpack the 60 MB of DuckDB anew for each process, into a file that stays
 * when the process is killed; and so would need the right to write files.
 */
final class SqlProgram {
    private static final List<Class<?>> CLASSES = List.of(SqlMain.class, SqlDatabase.class, SqlWire.class);
    private static final String DRIVER = "org/duckdb/";
    private static final Pattern DIRECTORY = Pattern.compile("podium-sql-(\\d{1,18})-.*");

    private final Path directory;

    private SqlProgram(Path directory) {
        this.directory = directory;
    }

    /**
     * Puts the program together.
     *
     * @throws IOException the parts cannot be read, or there is no DuckDB for this machine
     */
    static SqlProgram unpack() throws IOException {
        SqlProgram program = new SqlProgram(Files.createTempDirectory(
                "podium-sql-" + ProcessHandle.current().pid() + "-"));
        program.sweep();
        try (JarFile driver = new JarFile(driver().toFile());
                JarOutputStream jar = new JarOutputStream(Files.newOutputStream(program.jar()))) {
            for (Class<?> type : CLASSES) {
                String name = type.getName().replace('.', '/') + ".class";
                try (InputStream in = type.getResourceAsStream("/" + name)) {
                    if (in == null) {
                        throw new IOException("The class " + name + " is not to be found");
                    }
                    add(jar, name, in);
                }
            }
            for (Enumeration<JarEntry> entries = driver.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().startsWith(DRIVER) && !entry.isDirectory()) {
                    try (InputStream in = driver.getInputStream(entry)) {
                        add(jar, entry.getName(), in);
                    }
                }
            }
            JarEntry library = driver.getJarEntry(library());
            if (library == null) {
                throw new IOException("The driver of DuckDB has no " + library());
            }
            try (InputStream in = driver.getInputStream(library)) {
                Files.copy(in, program.directory.resolve(System.mapLibraryName("duckdb_java")));
            }
        } catch (IOException e) {
            program.delete();
            throw e;
        }
        return program;
    }

    Path jar() {
        return directory.resolve("sql.jar");
    }

    /** Where DuckDB is. */
    Path libraries() {
        return directory;
    }

    /** A new empty directory for a process to work in. */
    Path workingDirectory() throws IOException {
        return Files.createTempDirectory(directory, "work-");
    }

    /** Removes what processes left behind that were killed before they could: of the same user, and gone. */
    private void sweep() throws IOException {
        UserPrincipal owner = Files.getOwner(directory);
        try (Stream<Path> siblings = Files.list(Objects.requireNonNull(directory.getParent()))) {
            for (Path sibling : siblings.toList()) {
                Matcher name = DIRECTORY.matcher(String.valueOf(sibling.getFileName()));
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                        && Files.getOwner(sibling, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                    delete(sibling);
                }
            }
        }
    }

    /** Removes all of it, as far as that is possible. */
    void delete() {
        delete(directory);
    }

    static void delete(Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException _) {
            // It is in the directory for temporary files, for somebody else to clean.
        }
    }

    private static Path driver() throws IOException {
        try {
            return Path.of(DuckDBDriver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException("The driver of DuckDB is not in a file", e);
        }
    }

    /** DuckDB for this machine, as the driver names it. */
    private static String library() {
        String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return "libduckdb_java.so_linux_" + (architecture.equals("aarch64") ? "arm64" : architecture);
    }

    private static void add(JarOutputStream jar, String name, InputStream content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        content.transferTo(jar);
        jar.closeEntry();
    }
}
