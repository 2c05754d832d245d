package podium.kit.idempotency;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Inject;

/** Forgets the answers to idempotency keys that have expired. Every replica may do it. */
class IdempotencySweepJob {
    private final IdempotencyStore store;

    @Inject
    IdempotencySweepJob(IdempotencyStore store) {
        this.store = store;
    }

    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        store.sweep();
    }
}
