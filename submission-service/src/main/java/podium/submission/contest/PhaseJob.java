package podium.submission.contest;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import podium.kit.time.Ticker;

/** Opens and closes contests by the clock: every replica looks, one moves. */
@ApplicationScoped
class PhaseJob {
    private static final Logger LOG = Logger.getLogger(PhaseJob.class);

    private final Phases phases;
    private final ContestConfig config;

    @Nullable
    private Ticker ticker;

    PhaseJob(Phases phases, ContestConfig config) {
        this.phases = phases;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        ticker = Ticker.start("contest-clock", config.clock(), this::moveDue);
    }

    void stop(@Observes ShutdownEvent event) {
        if (ticker != null) {
            ticker.close();
        }
    }

    private void moveDue() {
        while (phases.moveOneDue()) {
            LOG.info("A contest was moved by the clock");
        }
    }
}
