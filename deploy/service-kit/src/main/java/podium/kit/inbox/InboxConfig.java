package podium.kit.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a replica handles the events that reach it. */
@ConfigMapping(prefix = "podium.kit.inbox")
public interface InboxConfig {

    /** How many events a replica handles at once, over all its channels. */
    @WithDefault("16")
    int concurrency();

    /** How often an event is handed to its handler before it goes to the dead-letter topic. */
    @WithDefault("5")
    int attempts();

    /** Wait after the first failure of a handler; each further one doubles it. */
    @WithDefault("100ms")
    Duration retryAfter();

    /** The longest wait between attempts, for failing handlers and for a database that is away. */
    @WithDefault("5s")
    Duration retryCap();

    /** How long the transaction of one event may take. */
    @WithDefault("60s")
    Duration transactionTimeout();

    /** Wait before an event that waits for another one is tried for the second time; each further time doubles it. */
    @WithDefault("200ms")
    Duration waitingRetryAfter();

    /** The longest wait between attempts of an event that waits. */
    @WithDefault("5s")
    Duration waitingRetryCap();

    /** How many events that waited a replica handles at once when they can be. */
    @WithDefault("4")
    int waitingConcurrency();

    /** How often the events that wait are looked through without a cause. */
    @WithDefault("500ms")
    Duration waitingPoll();

    /** How long the ids of handled events are remembered; longer than Kafka keeps events that may come again. */
    @WithDefault("30d")
    Duration retention();

    /** How long a stopping replica lets the events at hand finish. */
    @WithDefault("10s")
    Duration grace();

    /** What follows a topic's name in the name of its dead-letter topic. */
    @WithDefault(".dead-letter")
    String deadLetterSuffix();
}
