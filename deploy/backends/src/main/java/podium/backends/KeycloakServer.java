package podium.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import podium.backends.process.Cache;
import podium.backends.process.ChildProcess;
import podium.backends.process.Ports;
import podium.backends.process.ServerProcess;

/**
 * Keycloak in a JVM of its own, on 127.0.0.1 without TLS, with its own small database (H2). For tests and one machine; a
 * production Keycloak is the operator's.
 */
public final class KeycloakServer extends ServerProcess {
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final int OK = 200;

    /**
     * How to run it.
     *
     * @param directory holds everything of this server: database, log; kept if {@code temporary} is false
     * @param port the port, 0 for a free one
     * @param realm a realm's export (JSON), imported if the realm is not there yet
     * @param realmName the realm's name
     * @param relativePath the prefix of all paths, such as {@code /auth}; {@code /} for none
     * @param publicUrl what browsers call it, prefix included, if it stands behind a proxy: the issuer of its tokens is
     *     then that URL, while services may go on asking it directly
     * @param environment variables, such as {@code KC_BOOTSTRAP_ADMIN_USERNAME}
     * @param temporary whether the directory is deleted when the server is closed
     */
    public record Settings(
            Path directory,
            int port,
            Path realm,
            String realmName,
            String relativePath,
            @Nullable URI publicUrl,
            Map<String, String> environment,
            boolean temporary) {
        /** Refuses a prefix that is none. */
        public Settings {
            directory = directory.toAbsolutePath().normalize();
            environment = Map.copyOf(environment);
            if (!relativePath.matches("/|(/[a-z0-9]+)+")) {
                throw new IllegalArgumentException("Not a path prefix: " + relativePath);
            }
        }

        /**
         * For tests: a free port and a temporary directory.
         *
         * @param realm a realm's export
         * @param realmName the realm's name
         * @return the settings
         */
        public static Settings forTests(Path realm, String realmName) {
            return new Settings(
                    TemporaryDirectories.create("keycloak"), 0, realm, realmName, "/auth", null, Map.of(), true);
        }
    }

    private final Settings settings;
    private final int port;

    private KeycloakServer(Settings settings) {
        this.settings = settings;
        this.port = settings.port() == 0 ? Ports.free() : settings.port();
        try {
            prepare();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare Keycloak in " + settings.directory(), e);
        }
    }

    /**
     * Starts a server. The first start on a machine unpacks and builds it, which takes a while.
     *
     * @param settings how to run it
     * @return the server, which serves the realm
     */
    public static KeycloakServer start(Settings settings) {
        KeycloakServer server = new KeycloakServer(settings);
        server.begin();
        return server;
    }

    /**
     * Where this machine reaches it, prefix included, without a slash at the end.
     *
     * @return the URL
     */
    public URI url() {
        String prefix = "/".equals(settings.relativePath()) ? "" : settings.relativePath();
        return URI.create("http://127.0.0.1:" + port + prefix);
    }

    /**
     * The realm as services configure it.
     *
     * @return the URL of the realm, on this machine
     */
    public URI realmUrl() {
        return URI.create(url() + "/realms/" + settings.realmName());
    }

    @Override
    public void close() {
        stop("TERM", STOP_WITHIN);
        if (settings.temporary()) {
            Cache.deleteTree(settings.directory());
        }
    }

    /** A home of its own that shares the programs: only {@code data} differs from server to server. */
    private void prepare() throws IOException {
        Path home = settings.directory();
        Path programs = KeycloakDistribution.built(settings.relativePath());
        Path imports = Files.createDirectories(home.resolve("data").resolve("import"));
        for (String part : List.of("lib", "conf", "providers", "themes")) {
            Path link = home.resolve(part);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, programs.resolve(part));
        }
        Files.copy(settings.realm(), imports.resolve("realm.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    protected ChildProcess launch() {
        Path home = settings.directory();
        List<String> command = KeycloakDistribution.java(home);
        command.addAll(List.of("start", "--optimized", "--import-realm", "--cache=local", "--http-enabled=true"));
        command.addAll(List.of("--http-host=127.0.0.1", "--http-port=" + port));
        if (settings.publicUrl() == null) {
            command.add("--hostname=" + url());
        } else {
            command.addAll(List.of("--hostname=" + settings.publicUrl(), "--hostname-backchannel-dynamic=true"));
        }
        return ChildProcess.start(new ChildProcess.Start(
                        "Keycloak", command, settings.environment(), home, home.resolve("keycloak.log"), "KILL"))
                .awaitReady(this::servesTheRealm, READY_WITHIN);
    }

    private boolean servesTheRealm() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(realmUrl() + "/.well-known/openid-configuration")
                .toURL()
                .openConnection();
        connection.setConnectTimeout(2_000);
        connection.setReadTimeout(10_000);
        return connection.getResponseCode() == OK;
    }
}
