package podium.kit.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are named on the wire, and how long the producer tries. */
@ConfigMapping(prefix = "podium.kit.event")
public interface EventConfig {

    /** What stands before the simple name of the payload's record in {@code ce_type}. */
    @WithDefault("podium.")
    String typePrefix();

    /** How long a send may block, and others with it, while the topic's leaders are unknown or the buffer is full. */
    @WithDefault("1s")
    Duration maxBlock();

    /** How long one request to a broker may take; at most {@link #deliveryTimeout()}. */
    @WithDefault("5s")
    Duration requestTimeout();

    /** How long the producer tries to deliver a record before it gives the record back. */
    @WithDefault("10s")
    Duration deliveryTimeout();

    /** The type on the wire of payloads of that record. */
    default String typeOf(Class<?> payload) {
        return typePrefix() + payload.getSimpleName();
    }
}
