package podium.kit.outbox;

import java.time.Duration;
import podium.kit.event.Event;

/**
 * An event in the outbox.
 *
 * @param attempts how often Kafka refused it
 * @param age since it was appended
 */
record OutboxRow(String topic, Event<byte[]> event, int attempts, Duration age) {}
