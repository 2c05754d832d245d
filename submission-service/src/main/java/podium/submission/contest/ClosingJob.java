package podium.submission.contest;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import podium.kit.time.Ticker;

/** Moves contests by the clock: every replica looks, one moves. */
@ApplicationScoped
class ClosingJob {
    private static final Logger LOG = Logger.getLogger(ClosingJob.class);

    private final Contests contests;
    private final ContestConfig config;

    @Nullable
    private Ticker ticker;

    ClosingJob(Contests contests, ContestConfig config) {
        this.contests = contests;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        ticker = Ticker.start("contest-clock", config.clock(), this::closeDue);
    }

    void stop(@Observes ShutdownEvent event) {
        if (ticker != null) {
            ticker.close();
        }
    }

    private void closeDue() {
        while (contests.closeOneDue()) {
            LOG.info("A contest was closed by the clock");
        }
    }
}
