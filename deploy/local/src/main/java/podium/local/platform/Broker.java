package podium.local.platform;

import java.nio.file.Path;
import java.util.Map;
import podium.backends.KafkaServer;
import podium.backends.Topics;
import podium.backends.process.Ports;
import podium.backends.process.ServerProcess;

/** Kafka, with the topics of the AsyncAPI document. */
final class Broker implements Server {
    private final KafkaServer server;
    private final int port;
    private final Path directory;

    private Broker(KafkaServer server, int port, Path directory) {
        this.server = server;
        this.port = port;
        this.directory = directory;
    }

    static Broker start(StateDirectory state, Path asyncApi, int port) {
        Path directory = state.directory("kafka");
        Broker broker = new Broker(KafkaServer.start(KafkaServer.Settings.kept(directory, port)), port, directory);
        state.linkLog(Component.KAFKA, broker.log());
        broker.server.createTopics(Topics.of(asyncApi), Map.of());
        return broker;
    }

    String bootstrapServers() {
        return server.bootstrapServers();
    }

    @Override
    public ServerProcess process() {
        return server;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Path log() {
        return directory.resolve("kafka.log");
    }

    @Override
    public boolean healthy() {
        return Ports.open(port);
    }
}
