package podium.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import podium.kit.failure.Trouble;
import podium.kit.inbox.HandlingAttempt.Retried;
import podium.kit.time.Backoff;

/**
 * Tries the parked events again: by their back-off, and all of them as soon as this replica has handled something that may
 * be what they wait for.
 *
 * <p>Events say what they wait for. In one pass the first that still waits for a thing speaks for all others that wait for
 * it, so a pass over a thousand events of one unknown thing is one attempt, and when the thing is there they all go through.
 */
@ApplicationScoped
class WaitingEvents {

    private static final Logger LOG = Logger.getLogger(WaitingEvents.class);
    /** After so many different things that are still missing, a pass ends; the next one begins with the others. */
    private static final int MISSING_PER_PASS = 100;

    private final HandlingAttempt attempt;
    private final InboxStore store;
    private final DeadLetters deadLetters;
    private final InboxMeters meters;
    private final InboxConfig config;
    private final Backoff waitingBackoff;
    private final Backoff failureBackoff;
    private final Semaphore hints = new Semaphore(0);
    // Spares the table a look after every event while nothing waits; the timer finds what other replicas parked.
    private volatile boolean mayWait = true;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    WaitingEvents(
            HandlingAttempt attempt,
            InboxStore store,
            DeadLetters deadLetters,
            InboxMeters meters,
            InboxConfig config) {
        this.attempt = attempt;
        this.store = store;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.config = config;
        this.waitingBackoff = new Backoff(config.waitingRetryAfter(), config.waitingRetryCap());
        this.failureBackoff = new Backoff(config.retryAfter(), config.retryCap());
    }

    void start(@Observes StartupEvent event) {
        running = true;
        thread = Thread.ofPlatform().daemon().name("inbox-waiting").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        hints.release();
        Thread retrying = thread;
        if (retrying != null && !retrying.join(config.grace())) {
            retrying.interrupt();
            retrying.join(Duration.ofSeconds(5));
        }
    }

    /** An event was handled: perhaps the one that others wait for. */
    void somethingWasHandled() {
        if (mayWait) {
            hints.release();
        }
    }

    /** An event was parked. */
    void somethingWaits() {
        mayWait = true;
    }

    private void run() {
        while (running) {
            try {
                boolean hinted = hints.tryAcquire(config.waitingPoll().toMillis(), TimeUnit.MILLISECONDS);
                hints.drainPermits();
                if (running) {
                    pass(hinted);
                }
            } catch (InterruptedException _) {
                running = false;
            } catch (RuntimeException | SQLException e) {
                LOG.warnf("The events that wait were not looked through: %s", e.getMessage());
            }
        }
    }

    private void pass(boolean hinted) throws SQLException, InterruptedException {
        OffsetDateTime start = store.now();
        Set<String> missing = ConcurrentHashMap.newKeySet();
        HandlingAttempt.Take take = hinted ? () -> store.takeAny(start, missing) : () -> store.takeDue(missing);
        boolean first = drain(take, missing, 1);
        if (first && running) {
            // One went through, so others may: several at a time, each skipping what another one holds.
            var others = new Thread[config.waitingConcurrency()];
            for (int i = 0; i < others.length; i++) {
                others[i] = Thread.ofVirtual().name("inbox-waiting-", i).start(() -> drainGuarded(take, missing));
            }
            for (Thread each : others) {
                each.join();
            }
            hints.release(); // What went through may be what others wait for.
        }
        if (!hinted) {
            mayWait = store.measure().count() > 0;
        }
    }

    private void drainGuarded(HandlingAttempt.Take take, Set<String> missing) {
        try {
            drain(take, missing, Integer.MAX_VALUE);
        } catch (RuntimeException e) {
            LOG.warnf("The events that wait were not looked through: %s", e.getMessage());
        }
    }

    /** Retries until nothing is left that could be handled; true when so many were. */
    private boolean drain(HandlingAttempt.Take take, Set<String> missing, int handledAtMost) {
        int handled = 0;
        while (running && missing.size() < MISSING_PER_PASS && handled < handledAtMost) {
            Optional<Retried> retried = attempt.retry(take);
            if (retried.isEmpty()) {
                return false;
            }
            switch (retried.get()) {
                case Retried.Handled _ -> handled++;
                case Retried.StillWaits(WaitingEvent event, String forWhat) -> {
                    missing.add(event.forWhat());
                    missing.add(forWhat);
                    postpone(event, Optional.of(forWhat), 0, waitingBackoff.after(event.attempts() + 1, random()));
                }
                case Retried.Failed(WaitingEvent event, Throwable cause) -> failed(event, cause);
            }
        }
        return handled == handledAtMost;
    }

    private void failed(WaitingEvent event, Throwable cause) {
        if (Trouble.isTemporary(cause)) {
            postpone(event, Optional.empty(), event.failures(), config.retryCap());
            return;
        }
        int failures = event.failures() + 1;
        meters.failed(event.incoming().event().type());
        if (cause instanceof Rejection || failures >= config.attempts()) {
            deadLetters.send(event.incoming(), cause);
            QuarkusTransaction.requiringNew().call(() -> {
                store.unpark(event.id());
                store.forget(event.id());
                return true;
            });
        } else {
            LOG.warnf(cause, "Event %s, which waited, was not handled at attempt %d", event.id(), failures);
            postpone(event, Optional.empty(), failures, failureBackoff.after(failures, random()));
        }
    }

    private void postpone(WaitingEvent event, Optional<String> forWhat, int failures, Duration pause) {
        QuarkusTransaction.requiringNew().call(() -> {
            store.postpone(event, forWhat, failures, pause);
            return true;
        });
    }

    private static ThreadLocalRandom random() {
        return ThreadLocalRandom.current();
    }
}
