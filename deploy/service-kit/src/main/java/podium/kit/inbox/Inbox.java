package podium.kit.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import podium.kit.event.EventRecords;
import podium.kit.event.InvalidEventException;
import podium.kit.failure.Trouble;
import podium.kit.time.Backoff;

/**
 * Takes the records of all channels of a service and sees to it that each event has its effect once.
 *
 * <p>A record is acknowledged when its event was handled, was handled before, is parked because it waits for another one,
 * or is on the dead-letter topic. Until then it counts as not received, and comes again if this replica dies. Handlers that
 * fail are tried again a few times; when it is the database or the network that fails, for as long as it takes.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final HandlingAttempt attempt;
    private final WaitingEvents waiting;
    private final DeadLetters deadLetters;
    private final InboxMeters meters;
    private final InboxConfig config;
    private final Backoff backoff;
    private final Semaphore room;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("inbox-", 0).factory());

    Inbox(
            HandlingAttempt attempt,
            WaitingEvents waiting,
            DeadLetters deadLetters,
            InboxMeters meters,
            InboxConfig config) {
        this.attempt = attempt;
        this.waiting = waiting;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.config = config;
        this.backoff = new Backoff(config.retryAfter(), config.retryCap());
        this.room = new Semaphore(config.concurrency());
    }

    /**
     * Takes a record; the whole body of an {@code @Incoming} method. Acknowledges the record itself.
     *
     * @return ends when the record has found room among those that are handled at once, not when it is handled: the
     *     channel hands over one record after the other, and this is what lets several be at work
     */
    public CompletionStage<Void> receive(Message<byte[]> message) {
        var accepted = new CompletableFuture<Void>();
        threads.execute(() -> {
            try {
                room.acquire();
            } catch (InterruptedException e) {
                accepted.completeExceptionally(e);
                return;
            }
            accepted.complete(null);
            try {
                process(record(message));
                message.ack().exceptionally(e -> {
                    LOG.warn("A record was handled but not acknowledged; it may come again", e);
                    return null;
                });
            } catch (InterruptedException _) {
                LOG.debug("Stopped before a record was handled; it will come again");
            } finally {
                room.release();
            }
        });
        return accepted;
    }

    /** Lets the events at hand finish; after the grace they are interrupted and come again elsewhere. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(config.grace().toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }

    private void process(ConsumerRecord<String, byte[]> received) throws InterruptedException {
        IncomingEvent event;
        try {
            event = event(received);
        } catch (InvalidEventException e) {
            setAside(received, e);
            return;
        }
        int failures = 0;
        int troubles = 0;
        while (true) {
            try {
                switch (attempt.handle(event)) {
                    case HANDLED -> waiting.somethingWasHandled();
                    case WAITING -> waiting.somethingWaits();
                    case DUPLICATE, SKIPPED -> {}
                }
                return;
            } catch (Rejection e) {
                setAside(received, e);
                return;
            } catch (RuntimeException | Error e) {
                if (Trouble.isTemporary(e)) {
                    troubles++;
                    Duration pause = backoff.after(troubles, ThreadLocalRandom.current());
                    LOG.warnf("Event %s cannot be handled now, next attempt in %s: %s", id(event), pause, e);
                    Thread.sleep(pause);
                } else {
                    failures++;
                    meters.failed(event.event().type());
                    if (failures >= config.attempts()) {
                        setAside(received, e);
                        return;
                    }
                    Duration pause = backoff.after(failures, ThreadLocalRandom.current());
                    LOG.warnf(e, "Event %s was not handled at attempt %d, next in %s", id(event), failures, pause);
                    Thread.sleep(pause);
                }
            }
        }
    }

    // Neither handled nor set aside would be lost: while Kafka does not take it, the record stays unacknowledged.
    private void setAside(ConsumerRecord<String, byte[]> received, Throwable cause) throws InterruptedException {
        for (int failures = 1; ; failures++) {
            try {
                deadLetters.send(received, cause);
                return;
            } catch (RuntimeException e) {
                Duration pause = backoff.after(failures, ThreadLocalRandom.current());
                LOG.warnf(
                        "The dead-letter topic of %s took nothing, next attempt in %s: %s", received.topic(), pause, e);
                Thread.sleep(pause);
            }
        }
    }

    @SuppressWarnings(
            "unchecked") // Keys are strings and values bytes by the defaults that the kit sets for all channels.
    private static ConsumerRecord<String, byte[]> record(Message<byte[]> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow(() -> new IllegalArgumentException("Not a message from Kafka"))
                .getRecord();
    }

    private static IncomingEvent event(ConsumerRecord<String, byte[]> received) {
        return new IncomingEvent(
                received.topic(), EventRecords.read(received.key(), received.headers(), received.value()));
    }

    private static Object id(IncomingEvent event) {
        return event.event().id();
    }
}
