package podium.kit.test;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An event as a test found it on a topic.
 *
 * @param type simple name, without the prefix it has on the wire
 * @param headers all headers of the record, the CloudEvents attributes included
 * @param json the payload
 */
public record ReceivedEvent(
        String topic,
        UUID id,
        String type,
        String source,
        Instant time,
        String key,
        Map<String, String> headers,
        String json) {}
