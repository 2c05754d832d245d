package podium.kit.time;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lets no job begin once the service is told to stop: the scheduler goes on firing for a moment after the database is
 * closed, and each job would say so with an error.
 */
@ApplicationScoped
class JobPause {
    private static final int FIRST = 1;

    void pause(@Observes @Priority(FIRST) ShutdownEvent event, Scheduler scheduler) {
        scheduler.pause();
    }
}
