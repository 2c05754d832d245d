package podium.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Events as Kafka records: the CloudEvents 1.0 Kafka binding in binary mode, attributes as headers and the payload as value.
 */
public final class EventRecords {

    private static final String SPEC_VERSION = "1.0";

    private EventRecords() {}

    /** The record of an event whose payload is JSON already. */
    public static ProducerRecord<String, byte[]> record(String topic, Event<byte[]> event) {
        var sent = new ProducerRecord<>(topic, event.key(), event.data());
        add(sent.headers(), "ce_specversion", SPEC_VERSION);
        add(sent.headers(), "ce_id", event.id().toString());
        add(sent.headers(), "ce_source", event.source());
        add(sent.headers(), "ce_type", event.type());
        add(sent.headers(), "ce_time", EventJson.text(event.time()));
        add(sent.headers(), "ce_subject", event.key());
        add(sent.headers(), "content-type", "application/json");
        return sent;
    }

    /**
     * The event of a record.
     *
     * @param key the record's key; without one the event's subject
     * @throws InvalidEventException when an attribute is missing or is not what the binding or we demand
     */
    public static Event<byte[]> read(@Nullable String key, Headers headers, byte @Nullable [] value) {
        String version = required(headers, "ce_specversion");
        if (!version.equals(SPEC_VERSION)) {
            throw new InvalidEventException("ce_specversion is " + version + ", expected " + SPEC_VERSION);
        }
        UUID id = id(required(headers, "ce_id"));
        String type = required(headers, "ce_type");
        String source = required(headers, "ce_source");
        Instant time = time(required(headers, "ce_time"));
        String about = key != null ? key : required(headers, "ce_subject");
        if (value == null) {
            throw new InvalidEventException("the record has no value");
        }
        return new Event<>(id, type, source, time, about, value);
    }

    private static UUID id(String text) {
        try {
            UUID id = UUID.fromString(text);
            // fromString takes "1-2-3-4-5" too, which no other reader of the event would find again.
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidEventException("ce_id is not a UUID: " + text, e);
        }
        throw new InvalidEventException("ce_id is not a UUID: " + text);
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw new InvalidEventException("ce_time is not a timestamp: " + text, e);
        }
    }

    private static String required(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null || header.value().length == 0) {
            throw new InvalidEventException("the header " + name + " is missing");
        }
        return new String(header.value(), UTF_8);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
