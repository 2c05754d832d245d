package podium.submission.history;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;
import podium.kit.time.Ticker;

/** Seals new entries within a second. */
@ApplicationScoped
class SealingJob {
    private final Sealing sealing;
    private final HistoryConfig config;

    @Nullable
    private Ticker ticker;

    SealingJob(Sealing sealing, HistoryConfig config) {
        this.sealing = sealing;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        ticker = Ticker.start("history-seal", config.sealEvery(), this::seal);
    }

    void stop(@Observes ShutdownEvent event) {
        if (ticker != null) {
            ticker.close();
        }
    }

    private void seal() {
        boolean more;
        do {
            more = sealing.sealOne();
        } while (more);
    }
}
