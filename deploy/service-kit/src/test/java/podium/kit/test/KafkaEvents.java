package podium.kit.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import podium.kit.id.Ids;

/**
 * Stands for the other services in a test: reads the events of a topic and publishes some. The broker is the one that the
 * application under test has, {@code kafka.bootstrap.servers}. Not for several threads.
 */
public final class KafkaEvents implements AutoCloseable {

    private static final String PREFIX = "podium.";

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ReceivedEvent> received = new ArrayList<>();

    private KafkaEvents(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Reads a topic from its beginning, all partitions, outside of any group. */
    public static KafkaEvents consume(String topic) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new KafkaEvents(consumer);
    }

    /** All events of the topic so far, in the order in which they were found, those of earlier calls included. */
    public List<ReceivedEvent> all() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(Duration.ofMillis(100));
        }
        return List.copyOf(received);
    }

    /**
     * The first event that matches, among those found before or, within ten seconds, to come.
     *
     * @throws AssertionError when none came; says what did
     */
    public ReceivedEvent await(Predicate<ReceivedEvent> wanted) {
        return await(wanted, Duration.ofSeconds(10));
    }

    /** As {@link #await(Predicate)} with another bound. */
    public ReceivedEvent await(Predicate<ReceivedEvent> wanted, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        int seen = 0;
        while (true) {
            for (; seen < received.size(); seen++) {
                if (wanted.test(received.get(seen))) {
                    return received.get(seen);
                }
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("No such event within " + within + "; these came: " + received);
            }
            poll(Duration.ofMillis(50));
        }
    }

    /** Publishes an event as another service would, with an id of its own. Returns the id when Kafka has it. */
    public static UUID publish(String topic, String key, String type, String json) {
        UUID id = Ids.next();
        publish(topic, key, id, Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16), type, json);
        return id;
    }

    /** Publishes an event as another service would; returns when Kafka has it. */
    public static void publish(String topic, String key, UUID id, Instant time, String type, String json) {
        var sent = new ProducerRecord<>(topic, key, json.getBytes(UTF_8));
        var headers = Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                id.toString(),
                "ce_source",
                "/test",
                "ce_type",
                PREFIX + type,
                "ce_time",
                time.toString(),
                "ce_subject",
                key,
                "content-type",
                "application/json");
        headers.forEach((name, value) -> sent.headers().add(name, value.getBytes(UTF_8)));
        publish(sent);
    }

    /** Publishes a record as it is, for tests of what is not a proper event; returns when Kafka has it. */
    public static void publish(ProducerRecord<String, byte[]> sent) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(sent).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take the record", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static String broker() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    private void poll(Duration atMost) {
        consumer.poll(atMost).forEach(each -> received.add(event(each)));
    }

    private static ReceivedEvent event(ConsumerRecord<String, byte[]> found) {
        Map<String, String> headers = new HashMap<>();
        found.headers().forEach(each -> headers.put(each.key(), new String(each.value(), UTF_8)));
        String type = headers.getOrDefault("ce_type", "");
        return new ReceivedEvent(
                found.topic(),
                id(headers.getOrDefault("ce_id", "")),
                type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type,
                headers.getOrDefault("ce_source", ""),
                Instant.parse(headers.getOrDefault("ce_time", "1970-01-01T00:00:00Z")),
                found.key() == null ? "" : found.key(),
                Map.copyOf(headers),
                found.value() == null ? "" : new String(found.value(), UTF_8));
    }

    // A dead letter may have no proper id; a test that looks for one finds this.
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return new UUID(0, 0);
        }
    }
}
