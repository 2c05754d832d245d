package podium.submission.overdue;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for overdue submissions; every replica does, a submission is looked after by one. */
@ApplicationScoped
public class ReconcilerJob {
    private final Reconciler reconciler;

    ReconcilerJob(Reconciler reconciler) {
        this.reconciler = reconciler;
    }

    @Scheduled(
            every = "${podium.submission.reconcile-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "reconcile")
    void run() {
        while (reconciler.reconcile()) {
            // Until nothing is overdue.
        }
    }
}
