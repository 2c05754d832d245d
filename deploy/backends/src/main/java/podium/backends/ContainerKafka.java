package podium.backends;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.kafka.KafkaContainer;
import podium.backends.process.Ports;

/** Kafka from its official image. */
final class ContainerKafka implements Kafka {
    private static final String IMAGE = "apache/kafka:4.3.1";
    private static final int PORT = 9092;
    /** What Testcontainers puts into the container: it knows the published port only once the container runs. */
    private static final String STARTER = "/tmp/testcontainers_start.sh";

    private static final int EXECUTABLE = 0777;
    private static final String FALLBACK =
            "\nexec java -Xmx256m -cp '/opt/kafka/libs/*' kafka.Kafka /opt/kafka/config/server.properties\n";
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

    /**
     * Starts the killed container. Not every build of the image starts on storage that it has formatted before: where its
     * own script gives up, the broker is started with the settings that the script has written.
     */
    @Override
    public void restart() {
        String script = container.copyFileFromContainer(
                STARTER, content -> new String(content.readAllBytes(), StandardCharsets.UTF_8));
        if (!script.endsWith(FALLBACK)) {
            container.copyFileToContainer(Transferable.of(script + FALLBACK, EXECUTABLE), STARTER);
        }
        ContainerEngine.startAgain(container);
        Answers.await("Kafka's container", new KafkaAdmin(bootstrapServers())::answers, READY_WITHIN);
    }

    @Override
    public void close() {
        container.stop();
    }
}
