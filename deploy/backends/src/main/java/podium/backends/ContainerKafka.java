package podium.backends;

import java.time.Duration;
import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;
import podium.backends.process.Ports;

/** Kafka from its official image. */
final class ContainerKafka implements Kafka {
    private static final String IMAGE = "apache/kafka:4.3.1";
    private static final int PORT = 9092;
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final int port = Ports.free();
    private final KafkaContainer container;

    ContainerKafka() {
        ContainerEngine.require();
        container = new KafkaContainer(IMAGE)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4")
                .withEnv("KAFKA_LOG_CLEANER_DEDUPE_BUFFER_SIZE", "16777216");
        ContainerEngine.publish(container, PORT, port);
        ContainerEngine.start(container);
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void createTopics(Map<String, Integer> partitions, Map<String, String> settings) {
        new KafkaAdmin(bootstrapServers()).createTopics(partitions, settings);
    }

    @Override
    public void clear() {
        new KafkaAdmin(bootstrapServers()).clear();
    }

    @Override
    public void kill() {
        ContainerEngine.kill(container);
    }

    @Override
    public void restart() {
        ContainerEngine.startAgain(container);
        Answers.await("Kafka's container", new KafkaAdmin(bootstrapServers())::answers, READY_WITHIN);
    }

    @Override
    public void close() {
        container.stop();
    }
}
