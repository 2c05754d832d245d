package podium.backends;

import java.util.Map;
import podium.backends.process.Restartable;

/** A Kafka broker, whatever it runs in. */
public interface Kafka extends Restartable {
    /**
     * Where clients connect.
     *
     * @return host and port, the same for the whole life of the broker, restarts included
     */
    String bootstrapServers();

    /**
     * Creates the topics that are not there yet; the others are left as they are. Returns when they can be used.
     *
     * @param partitions number of partitions by topic
     * @param settings settings of the topics that are created, such as {@code retention.ms}
     */
    void createTopics(Map<String, Integer> partitions, Map<String, String> settings);

    /** Deletes all topics and consumer groups: for a test that starts from nothing. */
    void clear();
}
