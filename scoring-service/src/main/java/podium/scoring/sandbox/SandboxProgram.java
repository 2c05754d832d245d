package podium.scoring.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.duckdb.DuckDBDriver;

/**
 * The program of processes in a sandbox, in a directory of this process: a jar with the few classes that it consists of and
 * the driver's, and DuckDB itself beside it.
 *
 * <p>It is taken from where this process has it, be that a directory, a jar or the layout of a packaged service, and has
 * nothing else of it. The driver by itself would unpack the 60 MB of DuckDB anew for each process, into a file that stays
 * when the process is killed; and so would need the right to write files.
 */
public final class SandboxProgram implements AutoCloseable {
    private static final String DRIVER = "org/duckdb/";

    private final PrivateDirectory directory;
    private final String mainClass;

    private SandboxProgram(PrivateDirectory directory, String mainClass) {
        this.directory = directory;
        this.mainClass = mainClass;
    }

    /**
     * Puts a program together.
     *
     * @param kind the beginning of its directory's name
     * @param main the class with the main method
     * @param others the classes that it uses besides the JDK's, the driver's and {@link SandboxChild}
     * @throws IOException the parts cannot be read, or there is no DuckDB for this machine
     */
    public static SandboxProgram unpack(String kind, Class<?> main, List<Class<?>> others) throws IOException {
        SandboxProgram program = new SandboxProgram(
                PrivateDirectory.create(Path.of(System.getProperty("java.io.tmpdir")), kind), main.getName());
        try (JarFile driver = new JarFile(driver().toFile());
                JarOutputStream jar = new JarOutputStream(Files.newOutputStream(program.jar()))) {
            add(jar, main);
            add(jar, SandboxChild.class);
            for (Class<?> type : others) {
                add(jar, type);
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
                Files.copy(in, program.libraries().resolve(System.mapLibraryName("duckdb_java")));
            }
        } catch (IOException e) {
            program.close();
            throw e;
        }
        return program;
    }

    /** The classes. */
    public Path jar() {
        return directory.path().resolve("program.jar");
    }

    /** Where DuckDB is. */
    Path libraries() {
        return directory.path();
    }

    String mainClass() {
        return mainClass;
    }

    /** A new empty directory for a process to work in. */
    Path workingDirectory() throws IOException {
        return directory.subdirectory("work");
    }

    /** Removes all of it, as far as that is possible. */
    @Override
    public void close() {
        directory.close();
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

    private static void add(JarOutputStream jar, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IOException("The class " + name + " is not to be found");
            }
            add(jar, name, in);
        }
    }

    private static void add(JarOutputStream jar, String name, InputStream content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        content.transferTo(jar);
        jar.closeEntry();
    }
}
