package podium.scoring.integrity;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Compares files while there is something to compare, on a thread of its own beside the scoring. */
@ApplicationScoped
public class IntegrityJob {
    private final Comparing comparing;
    private final Confirming confirming;
    private volatile boolean stopping;

    @Inject
    IntegrityJob(Comparing comparing, Confirming confirming) {
        this.comparing = comparing;
        this.confirming = confirming;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(
            every = "${podium.scoring.integrity.poll:PT2S}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        while (!stopping && (comparing.next() || confirming.next())) {
            // until nothing is due
        }
    }
}
