package podium.scoring.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import podium.kit.signal.Signals;
import podium.kit.signal.Subscription;

/** Waits for a dataset to change, woken by whichever replica changed it. */
@ApplicationScoped
public class DatasetWatch {
    /** A signal may be lost with its connection; so often the dataset is looked at anyway. */
    private static final Duration NET = Duration.ofSeconds(1);

    private final DatasetStore datasets;
    private final Signals signals;

    @Inject
    DatasetWatch(DatasetStore datasets, Signals signals) {
        this.datasets = datasets;
        this.signals = signals;
    }

    /** Returns as soon as the dataset is in such a state, at the latest after some time; on a virtual thread. */
    public void await(UUID contestId, Predicate<DatasetState> state, Duration longest) {
        await(contestId, () -> state.test(datasets.find(contestId).state()), longest);
    }

    /** Returns as soon as something is so that a change of the dataset makes so, at the latest after some time. */
    public void await(UUID contestId, BooleanSupplier ready, Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        Semaphore changes = new Semaphore(0);
        try (Subscription _ = signals.subscribe(DatasetStore.CHANNEL, contest -> {
            if (contest.equals(contestId.toString())) {
                changes.release();
            }
        })) {
            while (!ready.getAsBoolean() && System.nanoTime() < deadline) {
                long left = Math.min(NET.toNanos(), deadline - System.nanoTime());
                if (changes.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                    changes.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
