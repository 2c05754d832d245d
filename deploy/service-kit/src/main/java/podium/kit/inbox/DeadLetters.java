package podium.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import podium.kit.event.EventProducer;
import podium.kit.event.EventRecords;

/**
 * Sets aside what cannot be handled: the record as it came, headers included, on the topic's dead-letter topic, with the
 * reason in the header {@code dead-letter-reason} and the place it came from, under the names that SmallRye uses.
 *
 * <p>We send it ourselves instead of refusing the message to the channel, because an event that waited is no message any
 * more, and one way of setting aside is enough.
 */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int LONGEST_REASON = 2_000;

    private final EventProducer producer;
    private final InboxMeters meters;
    private final String suffix;

    DeadLetters(EventProducer producer, InboxMeters meters, InboxConfig config) {
        this.producer = producer;
        this.meters = meters;
        this.suffix = config.deadLetterSuffix();
    }

    /** Sends a record there; returns when Kafka has it, throws {@link CompletionException} when it has not. */
    void send(ConsumerRecord<String, byte[]> from, Throwable cause) {
        var letter = new ProducerRecord<String, byte[]>(
                from.topic() + suffix, null, from.key(), from.value(), from.headers());
        header(letter.headers(), "dead-letter-partition", Integer.toString(from.partition()));
        header(letter.headers(), "dead-letter-offset", Long.toString(from.offset()));
        send(letter, from.topic(), cause);
    }

    /** Sends an event that waited. */
    void send(IncomingEvent incoming, Throwable cause) {
        send(EventRecords.record(incoming.topic() + suffix, incoming.event()), incoming.topic(), cause);
    }

    private void send(ProducerRecord<String, byte[]> letter, String topic, Throwable cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
        header(letter.headers(), "dead-letter-topic", topic);
        header(
                letter.headers(),
                "dead-letter-exception-class-name",
                cause.getClass().getName());
        header(letter.headers(), "dead-letter-reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        try {
            producer.send(letter).join();
        } catch (CompletionException e) {
            if (e.getCause() == null || EventProducer.isKafkaTrouble(e.getCause())) {
                throw e;
            }
            // Kafka refuses this very record, which the reason has made too large: the reason without the value, then.
            producer.send(withoutValue(letter)).join();
        }
        meters.deadLettered(topic);
        LOG.errorf(cause, "A record of topic %s with key %s was set aside on %s", topic, letter.key(), letter.topic());
    }

    private static ProducerRecord<String, byte[]> withoutValue(ProducerRecord<String, ?> letter) {
        return new ProducerRecord<String, byte[]>(letter.topic(), null, letter.key(), null, letter.headers());
    }

    private static void header(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }
}
