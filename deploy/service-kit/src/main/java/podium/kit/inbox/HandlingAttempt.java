package podium.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionRunnerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.Serial;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * One attempt at one event, in one transaction with the note of its id.
 *
 * <p>An event that must wait is parked in a second transaction, after the first was rolled back: so a handler may notice
 * late that something is missing, and leaves no half of an effect.
 */
@ApplicationScoped
class HandlingAttempt {

    private final Handlers handlers;
    private final InboxStore store;
    private final InboxMeters meters;
    private final int timeoutSeconds;
    private final Duration firstPause;

    HandlingAttempt(Handlers handlers, InboxStore store, InboxMeters meters, InboxConfig config) {
        this.handlers = handlers;
        this.store = store;
        this.meters = meters;
        this.timeoutSeconds = Math.toIntExact(config.transactionTimeout().toSeconds());
        this.firstPause = config.waitingRetryAfter();
    }

    /** Handles an event that Kafka delivered. */
    @ActivateRequestContext
    Outcome handle(IncomingEvent incoming) {
        var event = incoming.event();
        Optional<Handlers.Call> call = handlers.callFor(event);
        if (call.isEmpty()) {
            meters.skipped(incoming.topic());
            return Outcome.SKIPPED;
        }
        try {
            boolean isNew = transaction().call(() -> store.note(event.id()) && done(call.get()));
            if (isNew) {
                meters.handled(event.type());
                return Outcome.HANDLED;
            }
        } catch (StillWaiting missing) {
            transaction().call(() -> {
                if (store.note(event.id())) {
                    store.park(incoming, missing.forWhat, firstPause);
                }
                return true;
            });
            meters.waiting(event.type());
            return Outcome.WAITING;
        }
        meters.duplicate(event.type());
        return Outcome.DUPLICATE;
    }

    /**
     * Handles an event that waited and is locked by the transaction that {@code take} runs in; its id is noted already.
     *
     * @return nothing when {@code take} finds no event
     */
    @ActivateRequestContext
    Optional<Retried> retry(Take take) {
        var taken = new Retried[1];
        try {
            transaction().call(() -> {
                Optional<WaitingEvent> waiting = take.next();
                if (waiting.isPresent()) {
                    taken[0] = new Retried.Handled(waiting.get());
                    Optional<Handlers.Call> call =
                            handlers.callFor(waiting.get().incoming().event());
                    store.unpark(waiting.get().id());
                    return call.isEmpty() || done(call.get());
                }
                return true;
            });
        } catch (StillWaiting missing) {
            return Optional.of(new Retried.StillWaits(taken[0].event(), missing.forWhat));
        } catch (RuntimeException | Error e) {
            if (taken[0] == null) {
                throw e;
            }
            return Optional.of(new Retried.Failed(taken[0].event(), e));
        }
        if (taken[0] != null) {
            meters.handled(taken[0].event().incoming().event().type());
        }
        return Optional.ofNullable(taken[0]);
    }

    private TransactionRunnerOptions transaction() {
        return QuarkusTransaction.requiringNew().timeout(timeoutSeconds);
    }

    // Throwing is what makes the transaction roll back.
    private static boolean done(Handlers.Call call) {
        return switch (call.run()) {
            case Handling.Done() -> true;
            case Handling.Waiting(String forWhat) -> throw new StillWaiting(forWhat);
        };
    }

    /** What came of an event that Kafka delivered. */
    enum Outcome {
        HANDLED,
        WAITING,
        DUPLICATE,
        SKIPPED
    }

    /** What came of an event that waited. */
    sealed interface Retried {
        WaitingEvent event();

        /** It had its effect and waits no more. */
        record Handled(WaitingEvent event) implements Retried {}

        /** It waits on, perhaps for something else. */
        record StillWaits(WaitingEvent event, String forWhat) implements Retried {}

        /** Its handler or the database failed. */
        record Failed(WaitingEvent event, Throwable cause) implements Retried {}
    }

    /** Locks an event to retry. */
    interface Take {
        Optional<WaitingEvent> next() throws SQLException;
    }

    private static final class StillWaiting extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String forWhat;

        StillWaiting(String forWhat) {
            super(forWhat, null, false, false);
            this.forWhat = forWhat;
        }
    }
}
