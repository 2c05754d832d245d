package podium.submission.status;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import podium.kit.signal.Signals;
import podium.kit.signal.Subscription;

/**
 * Lets a request wait for the outcome of a submission, whichever replica hears of it. A signal is a hint only: who waits
 * looks at the database after each, and every now and then without any.
 */
@ApplicationScoped
public class OutcomeSignals {
    private static final String CHANNEL = "outcome";
    private static final long LOOK_NANOS = Duration.ofSeconds(2).toNanos();

    private final Signals signals;
    /** One semaphore for each request that waits. */
    private final Map<UUID, Set<Semaphore>> waiting = new ConcurrentHashMap<>();

    private @Nullable Subscription subscription;

    OutcomeSignals(Signals signals) {
        this.signals = signals;
    }

    void start(@Observes StartupEvent event) {
        subscription = signals.subscribe(
                CHANNEL, id -> wake(UUID.fromString(id)), () -> waiting.keySet().forEach(this::wake));
    }

    void stop(@Observes ShutdownEvent event) {
        if (subscription != null) {
            subscription.close();
        }
        waiting.keySet().forEach(this::wake);
    }

    /** Says, with the commit of the current transaction, that a submission has a new state. */
    public void send(UUID submissionId) {
        signals.send(CHANNEL, submissionId.toString());
    }

    /**
     * Waits until a submission is in a terminal state, or the time is over.
     *
     * @param look reads the submission as it is at that moment
     * @return the submission as it was read last
     */
    public SubmissionEntity await(UUID id, Duration longest, Supplier<SubmissionEntity> look) {
        long end = System.nanoTime() + longest.toNanos();
        Semaphore hint = new Semaphore(0);
        // Before the first look: what happens in between leaves a permit.
        waiting.compute(id, (_, hints) -> {
            Set<Semaphore> all = hints == null ? ConcurrentHashMap.newKeySet() : hints;
            all.add(hint);
            return all;
        });
        try {
            while (true) {
                SubmissionEntity seen = look.get();
                long left = end - System.nanoTime();
                if (seen.state() != SubmissionState.ACCEPTED || left <= 0) {
                    return seen;
                }
                if (hint.tryAcquire(Math.min(left, LOOK_NANOS), TimeUnit.NANOSECONDS)) {
                    hint.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return look.get();
        } finally {
            waiting.computeIfPresent(id, (_, hints) -> hints.remove(hint) && hints.isEmpty() ? null : hints);
        }
    }

    private void wake(UUID id) {
        waiting.getOrDefault(id, Set.of()).forEach(Semaphore::release);
    }
}
