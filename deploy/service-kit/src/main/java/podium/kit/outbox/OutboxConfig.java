package podium.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The relay from the outbox to Kafka. */
@ConfigMapping(prefix = "podium.kit.outbox")
public interface OutboxConfig {

    /** Whether this replica relays. */
    @WithDefault("true")
    boolean relay();

    /** The net under the notifications: the table is looked at this often without any. */
    @WithDefault("1s")
    Duration poll();

    /** How many events are taken, sent and deleted at once. */
    @WithDefault("200")
    int batch();

    /** Wait after Kafka's first failure for a topic, or the first refusal of a record. */
    @WithDefault("250ms")
    Duration retryAfter();

    /** The longest wait between attempts for a topic while Kafka has trouble. */
    @WithDefault("5s")
    Duration troubleCap();

    /** The longest wait between attempts for a record that Kafka refuses, such as one that is too large. */
    @WithDefault("5m")
    Duration refusedCap();

    /** How many events a republication may have on their way at once. */
    @WithDefault("1000")
    int republicationsInFlight();
}
