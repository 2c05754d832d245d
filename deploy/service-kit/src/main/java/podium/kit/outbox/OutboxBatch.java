package podium.kit.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import podium.kit.event.EventConfig;
import podium.kit.event.EventProducer;
import podium.kit.event.EventRecords;
import podium.kit.time.Backoff;

/**
 * One batch of the relay, in one transaction: take what nobody else holds, send it all, await the acknowledgements, delete
 * what was acknowledged.
 *
 * <p>When the transaction fails after Kafka has acknowledged, the batch is sent once more: that is the "at least" in "at
 * least once".
 */
@ApplicationScoped
class OutboxBatch {

    private static final Logger LOG = Logger.getLogger(OutboxBatch.class);

    private final OutboxStore store;
    private final EventProducer producer;
    private final OutboxMeters meters;
    private final int size;
    private final Backoff afterRefusal;
    private final int timeoutSeconds;

    OutboxBatch(
            OutboxStore store, EventProducer producer, OutboxMeters meters, OutboxConfig config, EventConfig events) {
        this.store = store;
        this.producer = producer;
        this.meters = meters;
        this.size = config.batch();
        this.afterRefusal = new Backoff(config.retryAfter(), config.refusedCap());
        // The longest that Kafka can keep us, and time for the database.
        this.timeoutSeconds =
                (int) events.maxBlock().plus(events.deliveryTimeout()).toSeconds() + 15;
    }

    /** Relays up to a batch, leaving alone those topics. */
    Result relay(Set<String> withoutTopics) {
        return QuarkusTransaction.requiringNew().timeout(timeoutSeconds).call(() -> relayNow(withoutTopics));
    }

    private Result relayNow(Set<String> withoutTopics) throws SQLException {
        List<OutboxRow> rows = store.take(size, withoutTopics);
        if (rows.isEmpty()) {
            return new Result(false, Set.of(), Set.of());
        }
        List<Sent> sent = send(rows);
        var acknowledged = new ArrayList<UUID>();
        var working = new HashSet<String>();
        var troubled = new HashSet<String>();
        for (Sent each : sent) {
            OutboxRow row = each.row();
            try {
                each.future().join();
                acknowledged.add(row.event().id());
                working.add(row.topic());
                meters.published(row.age().plusNanos(System.nanoTime() - each.startedNanos()));
            } catch (CompletionException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                if (failed(row, cause)) {
                    troubled.add(row.topic());
                }
            }
        }
        if (!acknowledged.isEmpty()) {
            store.delete(acknowledged);
        }
        // Cut short, there may be more for topics that are well.
        return new Result(rows.size() == size || sent.size() < rows.size(), working, troubled);
    }

    private List<Sent> send(List<OutboxRow> rows) {
        var sent = new ArrayList<Sent>(rows.size());
        for (OutboxRow row : rows) {
            long started = System.nanoTime();
            var future = producer.send(EventRecords.record(row.topic(), row.event()));
            sent.add(new Sent(row, future, started));
            if (future.isCompletedExceptionally() && EventProducer.isKafkaTrouble(future.exceptionNow())) {
                break; // This send has blocked for as long as it may; the next ones would, too. They stay as they are.
            }
        }
        return sent;
    }

    /** Notes a failure; true when it was Kafka's and the topic should rest, false when the record itself was refused. */
    private boolean failed(OutboxRow row, Throwable cause) throws SQLException {
        boolean trouble = EventProducer.isKafkaTrouble(cause);
        meters.failed(trouble);
        if (!trouble) {
            Duration pause = afterRefusal.after(row.attempts() + 1, ThreadLocalRandom.current());
            LOG.errorf(
                    "Kafka refused event %s of type %s for topic %s, attempt %d, next in %s: %s",
                    row.event().id(), row.event().type(), row.topic(), row.attempts() + 1, pause, cause);
            store.postpone(row.event().id(), pause);
        } else {
            LOG.debugf(cause, "Kafka did not take event %s", row.event().id());
        }
        return trouble;
    }

    /**
     * What became of a batch.
     *
     * @param more whether there may be more to send at once
     * @param working topics that took an event
     * @param troubled topics for which Kafka had trouble
     */
    record Result(boolean more, Set<String> working, Set<String> troubled) {}

    private record Sent(OutboxRow row, CompletableFuture<Void> future, long startedNanos) {}
}
