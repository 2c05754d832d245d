package podium.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import podium.backends.process.Cache;
import podium.backends.process.ChildJvm;
import podium.backends.process.ChildProcess;
import podium.backends.process.Ports;
import podium.backends.process.ServerProcess;

/** One Kafka broker that is its own controller, in a JVM of its own, on 127.0.0.1. */
public final class KafkaServer extends ServerProcess implements Kafka {
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
    /** Only ever one broker, so any 16 bytes will do; the same ones, so that a kept directory stays usable. */
    private static final String CLUSTER_ID = "5L6g3nShT-eMCtK--X86sw";

    /**
     * How to run it.
     *
     * @param directory holds everything of this broker: log segments, settings, log file
     * @param port the port for clients, 0 for a free one
     * @param controllerPort the port for the broker's own controller, 0 for a free one
     * @param temporary whether the directory is deleted when the broker is closed
     * @param settings further broker settings
     */
    public record Settings(
            Path directory, int port, int controllerPort, boolean temporary, Map<String, String> settings) {
        /** Copies the settings. */
        public Settings {
            directory = directory.toAbsolutePath().normalize();
            settings = Map.copyOf(settings);
        }

        /**
         * A directory that is kept; the controller takes any free port.
         *
         * @param directory holds everything of this broker
         * @param port the port for clients
         * @return the settings
         */
        public static Settings kept(Path directory, int port) {
            return new Settings(directory, port, 0, false, Map.of());
        }

        /**
         * For tests: free ports and a temporary directory.
         *
         * @return the settings
         */
        public static Settings forTests() {
            return new Settings(TemporaryDirectories.create("kafka"), 0, 0, true, Map.of());
        }
    }

    private final Settings settings;
    private final int port;
    private final int controllerPort;

    private KafkaServer(Settings settings) {
        this.settings = settings;
        List<Integer> free = Ports.free(2);
        this.port = settings.port() == 0 ? free.getFirst() : settings.port();
        this.controllerPort = settings.controllerPort() == 0 ? free.getLast() : settings.controllerPort();
    }

    /**
     * Starts a broker; an empty directory is formatted first.
     *
     * @param settings how to run it
     * @return the broker, which answers
     */
    public static KafkaServer start(Settings settings) {
        KafkaServer server = new KafkaServer(settings);
        server.begin();
        return server;
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void createTopics(Map<String, Integer> partitions, Map<String, String> topicSettings) {
        new KafkaAdmin(bootstrapServers()).createTopics(partitions, topicSettings);
    }

    @Override
    public void clear() {
        new KafkaAdmin(bootstrapServers()).clear();
    }

    @Override
    public void close() {
        // A clean shutdown spares a kept broker the recovery of its log; a temporary one is thrown away.
        if (settings.temporary()) {
            kill();
            Cache.deleteTree(settings.directory());
        } else {
            stop("TERM", STOP_WITHIN);
        }
    }

    @Override
    protected ChildProcess launch() {
        Path file = settings.directory().resolve("server.properties");
        try {
            Files.createDirectories(settings.directory());
            Files.writeString(file, properties());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare Kafka in " + settings.directory(), e);
        }
        List<String> command = ChildJvm.command(
                "kafka-broker",
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Xshare:auto"),
                "podium.backends.broker.BrokerMain",
                List.of(file.toString(), CLUSTER_ID));
        KafkaAdmin admin = new KafkaAdmin(bootstrapServers());
        return ChildProcess.start(new ChildProcess.Start(
                        "Kafka",
                        command,
                        settings.directory(),
                        settings.directory().resolve("kafka.log")))
                .awaitReady(() -> Ports.open(port) && admin.answers(), READY_WITHIN);
    }

    private String properties() {
        String own = """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                controller.quorum.voters=1@127.0.0.1:%2$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(port, controllerPort, settings.directory().resolve("data"));
        return own
                + settings.settings().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining());
    }
}
