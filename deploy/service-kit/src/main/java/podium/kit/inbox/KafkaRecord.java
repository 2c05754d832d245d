package podium.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;
import podium.kit.event.EventRecords;

/** A record as Kafka gave it. */
record KafkaRecord(
        String topic, int partition, long offset, @Nullable String key, Headers headers, byte @Nullable [] value) {

    static KafkaRecord of(Message<byte[]> message) {
        var metadata = message.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow(() -> new IllegalArgumentException("Not a message from Kafka"));
        Object key = metadata.getKey();
        return new KafkaRecord(
                metadata.getTopic(),
                metadata.getPartition(),
                metadata.getOffset(),
                key instanceof byte[] bytes ? new String(bytes, UTF_8) : (String) key,
                metadata.getHeaders(),
                message.getPayload());
    }

    /** @throws Rejection when it is not an event of ours */
    IncomingEvent event() {
        return new IncomingEvent(topic, EventRecords.read(key, headers, value));
    }
}
