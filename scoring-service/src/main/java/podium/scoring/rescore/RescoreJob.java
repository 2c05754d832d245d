package podium.scoring.rescore;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import podium.kit.signal.Signals;
import podium.kit.signal.Subscription;

/** Applies rescores in the background: woken by a signal, with a slow poll as a net, so that one goes on after a crash. */
@ApplicationScoped
public class RescoreJob {
    private static final Logger LOG = Logger.getLogger(RescoreJob.class);

    private final ApplyingRescore applying;
    private final Signals signals;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            Thread.ofPlatform().name("rescore").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    private @Nullable Subscription subscription;

    @Inject
    RescoreJob(ApplyingRescore applying, Signals signals) {
        this.applying = applying;
        this.signals = signals;
    }

    void start(@Observes StartupEvent event) {
        subscription = signals.subscribe(Rescores.CHANNEL, _ -> wake(), this::wake);
    }

    void stop(@Observes ShutdownEvent event) {
        if (subscription != null) {
            subscription.close();
        }
        worker.shutdownNow();
    }

    @Scheduled(
            every = "${podium.scoring.rescore.poll:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "rescore")
    void poll() {
        wake();
    }

    private void wake() {
        worker.execute(() -> {
            try {
                for (UUID rescore : applying.due()) {
                    while (!worker.isShutdown() && applying.step(rescore)) {
                        // until its last step
                    }
                }
            } catch (RuntimeException e) {
                LOG.warn("A rescore was not applied yet; it is tried again", e);
            }
        });
    }
}
