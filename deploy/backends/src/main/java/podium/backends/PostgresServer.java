package podium.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import podium.backends.process.BackendException;
import podium.backends.process.Cache;
import podium.backends.process.ChildProcess;
import podium.backends.process.Ports;
import podium.backends.process.ServerProcess;

/** PostgreSQL as a child process of this JVM, on 127.0.0.1, with passwords for everybody. */
public final class PostgresServer extends ServerProcess implements Postgres {
    private static final Duration INITDB_WITHIN = Duration.ofSeconds(90);
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
    private static final Duration PREDECESSOR_GONE_WITHIN = Duration.ofSeconds(15);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /**
     * How to run it.
     *
     * @param directory holds everything of this server: data, password, log; kept if {@code temporary} is false
     * @param port the port, 0 for a free one
     * @param durable whether commits survive a crash of the machine; a crash of the server alone never loses any. False
     *     is faster and right for tests
     * @param temporary whether the directory is deleted when the server is closed
     * @param settings further server settings, such as {@code max_connections}
     */
    public record Settings(Path directory, int port, boolean durable, boolean temporary, Map<String, String> settings) {
        /** Copies the settings. */
        public Settings {
            directory = real(directory);
            settings = Map.copyOf(settings);
        }

        private static Path real(Path directory) {
            try {
                return Files.createDirectories(directory).toRealPath();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot use " + directory, e);
            }
        }

        /**
         * Durable, with a directory that is kept.
         *
         * @param directory holds everything of this server
         * @param port the port
         * @return the settings
         */
        public static Settings kept(Path directory, int port) {
            return new Settings(directory, port, true, false, Map.of());
        }

        /**
         * For tests: a free port, a temporary directory, no waiting for the disk.
         *
         * @return the settings
         */
        public static Settings forTests() {
            return new Settings(TemporaryDirectories.create("postgres"), 0, false, true, Map.of());
        }
    }

    private final Settings settings;
    private final int port;
    private final String password;

    private PostgresServer(Settings settings) {
        this.settings = settings;
        this.port = settings.port() == 0 ? Ports.free() : settings.port();
        try {
            Files.createDirectories(settings.directory());
            this.password = password();
            initialize();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare PostgreSQL in " + settings.directory(), e);
        }
    }

    /**
     * Starts a server; an empty directory is initialized first.
     *
     * @param settings how to run it
     * @return the server, which answers
     */
    public static PostgresServer start(Settings settings) {
        PostgresServer server = new PostgresServer(settings);
        server.begin();
        return server;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String superuserPassword() {
        return password;
    }

    @Override
    public void createDatabase(String name, String role, String rolePassword) {
        new PostgresAdmin(this).createDatabase(name, role, rolePassword);
    }

    @Override
    public void close() {
        // INT is the fast shutdown: sessions are ended, not waited for.
        stop("INT", STOP_WITHIN);
        if (settings.temporary()) {
            Cache.deleteTree(settings.directory());
        }
    }

    private Path data() {
        return settings.directory().resolve("data");
    }

    private String password() throws IOException {
        Path file = settings.directory().resolve("superuser.password");
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, UUID.randomUUID().toString());
        }
        return Files.readString(file).strip();
    }

    private void initialize() throws IOException {
        if (Files.exists(data())) {
            return;
        }
        // Under another name until it is complete: an interrupted first start leaves no half of a data directory.
        Path unfinished = settings.directory().resolve("data.unfinished");
        Cache.deleteTree(unfinished);
        List<String> command = program("initdb");
        command.addAll(List.of("-D", unfinished.toString(), "-U", SUPERUSER, "-A", "scram-sha-256", "-E", "UTF8"));
        command.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        command.addAll(List.of(
                "--pwfile", settings.directory().resolve("superuser.password").toString()));
        if (!settings.durable()) {
            command.add("--no-sync");
        }
        ChildProcess.run(new ChildProcess.Start("initdb", command, settings.directory(), log()), INITDB_WITHIN);
        Files.move(unfinished, data());
    }

    @Override
    protected ChildProcess launch() {
        awaitPredecessor();
        List<String> command = program("postgres");
        command.addAll(List.of("-D", data().toString(), "-p", Integer.toString(port)));
        option(command, "listen_addresses", "127.0.0.1");
        option(command, "unix_socket_directories", "");
        option(command, "timezone", "UTC");
        option(command, "log_timezone", "UTC");
        option(command, "max_connections", "200");
        if (!settings.durable()) {
            option(command, "fsync", "off");
            option(command, "full_page_writes", "off");
        }
        settings.settings().forEach((key, value) -> option(command, key, value));
        PostgresAdmin admin = new PostgresAdmin(this);
        // QUIT is the immediate shutdown, which reaches the sessions' processes too: they are no part of the group.
        return ChildProcess.start(
                        new ChildProcess.Start("PostgreSQL", command, Map.of(), settings.directory(), log(), "QUIT"))
                .awaitReady(admin::answers, READY_WITHIN);
    }

    /**
     * Makes sure that nobody uses the data directory. After a crash the sessions of the old server take a moment to
     * notice, and {@code postmaster.pid} is left; if its number belongs to another program by now, PostgreSQL would refuse
     * to start. Every process of a server works in its data directory: when nobody does, the file is stale.
     */
    private void awaitPredecessor() {
        long deadline = System.nanoTime() + PREDECESSOR_GONE_WITHIN.toNanos();
        while (ProcessHandle.allProcesses().anyMatch(this::worksInData)) {
            if (System.nanoTime() > deadline) {
                throw new BackendException("Another PostgreSQL uses " + data() + ".");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        try {
            Files.deleteIfExists(data().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean worksInData(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(data());
        } catch (IOException e) {
            return false; // gone meanwhile, or somebody else's
        }
    }

    /** PostgreSQL refuses to run as root. In a user namespace without a mapping root is nobody, and still owns its files. */
    private static List<String> program(String name) {
        String path = PostgresBinaries.unpacked().resolve("bin").resolve(name).toString();
        boolean root = "root".equals(System.getProperty("user.name"));
        return new ArrayList<>(root ? List.of("unshare", "-U", path) : List.of(path));
    }

    private static void option(List<String> command, String key, String value) {
        command.addAll(List.of("-c", key + "=" + value));
    }

    private Path log() {
        return settings.directory().resolve("postgresql.log");
    }
}
