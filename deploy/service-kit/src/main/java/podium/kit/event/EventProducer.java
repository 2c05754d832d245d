package podium.kit.event;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The replica's one Kafka producer: idempotent, {@code acks=all}, nothing lingers, and every send ends within a bound.
 *
 * <p>It is made at the first send and made anew after an error that leaves it unusable, so that a Kafka that is down at
 * start or forgets us later is never a reason to restart.
 */
@ApplicationScoped
public class EventProducer {

    private static final Logger LOG = Logger.getLogger(EventProducer.class);

    private final Map<String, Object> settings;
    private @Nullable Producer<String, byte[]> current;

    EventProducer(@Identifier("default-kafka-broker") Map<String, Object> kafka, EventConfig config) {
        settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, config.maxBlock().toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                config.requestTimeout().toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                config.deliveryTimeout().toMillis());
        // A broker that comes back is found again quickly.
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000L);
    }

    /**
     * Sends a record; the future ends when all in-sync replicas have it, or with the reason why not. May block for
     * {@link EventConfig#maxBlock()} while Kafka is out of reach.
     */
    public CompletableFuture<Void> send(ProducerRecord<String, byte[]> sent) {
        var acknowledged = new CompletableFuture<Void>();
        try {
            var _ = producer().send(sent, (_, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(failure);
                }
            });
        } catch (InterruptException e) {
            acknowledged.completeExceptionally(e);
        } catch (KafkaException | IllegalStateException e) {
            // What concerns one record is told by the callback; what is thrown concerns the producer.
            LOG.warnf("The Kafka producer is unusable and will be made anew: %s", e.getMessage());
            discard();
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    /** Whether a failed send was about Kafka (sending it again later may succeed), not about that one record. */
    public static boolean isKafkaTrouble(Throwable failure) {
        return failure instanceof RetriableException || !(failure instanceof ApiException);
    }

    private synchronized Producer<String, byte[]> producer() {
        Producer<String, byte[]> producer = current;
        if (producer == null) {
            producer = new KafkaProducer<>(settings);
            current = producer;
        }
        return producer;
    }

    @PreDestroy
    synchronized void discard() {
        Producer<String, byte[]> producer = current;
        current = null;
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }
}
