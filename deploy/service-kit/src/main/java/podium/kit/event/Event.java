package podium.kit.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact with its CloudEvents 1.0 attributes.
 *
 * @param id identity of the fact; the same fact has the same id however often it is sent
 * @param type type on the wire, {@code podium.} and the simple name of the payload's record
 * @param source who says so: a slash and the name of the service
 * @param time when it happened, in UTC, to the millisecond
 * @param key what it is about; facts with one key share a Kafka partition (which is no promise of order)
 * @param data the payload
 * @param <T> the payload's record
 */
public record Event<T>(UUID id, String type, String source, Instant time, String key, T data) {}
