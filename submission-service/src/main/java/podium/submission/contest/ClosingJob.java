package podium.submission.contest;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Closes contests by the clock: every replica looks, one closes. It has a thread of its own because the scheduler of Quarkus
 * does not look more often than every second, and a deadline should not be a second late.
 */
@ApplicationScoped
class ClosingJob {
    private static final Logger LOG = Logger.getLogger(ClosingJob.class);

    private final Contests contests;
    private final ContestConfig config;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("contest-clock").factory());

    ClosingJob(Contests contests, ContestConfig config) {
        this.contests = contests;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        long every = config.clock().toMillis();
        var _ = thread.scheduleWithFixedDelay(this::closeDue, every, every, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void closeDue() {
        try {
            while (contests.closeOneDue()) {
                LOG.info("A contest was closed by the clock");
            }
        } catch (RuntimeException e) {
            // An exception would end the schedule; the database may be back at the next look.
            LOG.warnf("Contests were not closed, next look in %s: %s", config.clock(), e.getMessage());
        }
    }
}
