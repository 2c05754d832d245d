package podium.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import podium.backends.process.BackendException;
import podium.backends.process.Cache;
import podium.backends.process.ChildJvm;
import podium.backends.process.ChildProcess;
import podium.backends.process.Ports;
import podium.backends.process.ServerProcess;

/** An S3 store over a directory, in a JVM of its own, on 127.0.0.1. It knows several identities with different rights. */
public final class S3Server extends ServerProcess implements S3 {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final int FORBIDDEN = 403;

    /** What an identity may do in a bucket, each including the one before. */
    public enum Access {
        /** Nothing: the store answers AccessDenied, whether or not there is something. */
        NONE,
        /** Get objects, ask about them, list them. */
        READ,
        /** Put and delete as well. */
        WRITE
    }

    /**
     * Somebody who signs requests.
     *
     * @param accessKey the name: letters, digits and hyphens
     * @param secret the key that signs
     * @param buckets what it may do, by bucket; nothing in a bucket that is not named
     */
    public record Identity(String accessKey, String secret, Map<String, Access> buckets) {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");
        private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");

        /** Refuses names that are no names. */
        public Identity {
            buckets = Map.copyOf(buckets);
            if (!NAME.matcher(accessKey).matches()
                    || !buckets.keySet().stream()
                            .allMatch(bucket -> BUCKET.matcher(bucket).matches())) {
                throw new IllegalArgumentException(
                        "Not an access key or bucket: " + accessKey + " " + buckets.keySet());
            }
        }
    }

    /**
     * How to run it. Every bucket that an identity names is created.
     *
     * @param directory holds everything of this store: objects, settings, log
     * @param port the port, 0 for a free one
     * @param identities who may do what
     * @param temporary whether the directory is deleted when the store is closed
     */
    public record Settings(Path directory, int port, List<Identity> identities, boolean temporary) {
        /** Refuses identities that cannot be told apart. */
        public Settings {
            directory = directory.toAbsolutePath().normalize();
            identities = List.copyOf(identities);
            Set<String> names = new HashSet<>();
            if (identities.isEmpty() || !identities.stream().allMatch(identity -> names.add(identity.accessKey()))) {
                throw new IllegalArgumentException("Identities must be there and have different access keys.");
            }
        }

        /**
         * For tests: a free port and a temporary directory.
         *
         * @param identities who may do what
         * @return the settings
         */
        public static Settings forTests(Identity... identities) {
            return new Settings(TemporaryDirectories.create("s3"), 0, List.of(identities), true);
        }
    }

    private final Settings settings;
    private final int port;
    private final Map<String, String> secrets;

    private S3Server(Settings settings) {
        this.settings = settings;
        this.port = settings.port() == 0 ? Ports.free() : settings.port();
        this.secrets = settings.identities().stream().collect(Collectors.toMap(Identity::accessKey, Identity::secret));
    }

    /**
     * Starts a store.
     *
     * @param settings how to run it
     * @return the store, which answers
     */
    public static S3Server start(Settings settings) {
        S3Server server = new S3Server(settings);
        server.begin();
        return server;
    }

    @Override
    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public String secret(String accessKey) {
        String secret = secrets.get(accessKey);
        if (secret == null) {
            throw new BackendException("The S3 store has no identity " + accessKey + ".");
        }
        return secret;
    }

    @Override
    public void close() {
        stop("TERM", STOP_WITHIN);
        if (settings.temporary()) {
            Cache.deleteTree(settings.directory());
        }
    }

    @Override
    protected ChildProcess launch() {
        Path file = settings.directory().resolve("s3.properties");
        try {
            Files.createDirectories(settings.directory());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties().store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare the S3 store in " + settings.directory(), e);
        }
        List<String> command = ChildJvm.command(
                "s3-store",
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"),
                "podium.backends.nio2blob.StoreMain",
                List.of(file.toString()));
        return ChildProcess.start(new ChildProcess.Start(
                        "S3 store",
                        command,
                        settings.directory(),
                        settings.directory().resolve("s3.log")))
                .awaitReady(this::refusesStrangers, READY_WITHIN);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("endpoint", endpoint());
        properties.setProperty(
                "directory", settings.directory().resolve("buckets").toString());
        properties.setProperty(
                "identities",
                settings.identities().stream().map(Identity::accessKey).collect(Collectors.joining(",")));
        for (Identity identity : settings.identities()) {
            properties.setProperty(identity.accessKey() + ".secret", identity.secret());
            identity.buckets()
                    .forEach((bucket, access) ->
                            properties.setProperty(identity.accessKey() + ".bucket." + bucket, access.name()));
        }
        return properties;
    }

    private boolean refusesStrangers() throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(endpoint()).toURL().openConnection();
        connection.setConnectTimeout(2_000);
        connection.setReadTimeout(5_000);
        return connection.getResponseCode() == FORBIDDEN;
    }
}
