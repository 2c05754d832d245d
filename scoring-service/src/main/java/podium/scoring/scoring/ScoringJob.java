package podium.scoring.scoring;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import podium.kit.signal.Signals;
import podium.kit.signal.Subscription;
import podium.scoring.work.ScoringTask;
import podium.scoring.work.ScoringTaskStore;

/**
 * Works off the files that are to be scored, on as many platform threads as there are workers. Woken by a signal, with a
 * slow poll as a net; whoever finds work wakes one more, so that one file wakes two threads and many wake all.
 */
@ApplicationScoped
public class ScoringJob {
    private static final Logger LOG = Logger.getLogger(ScoringJob.class);

    private final ScoringTaskStore tasks;
    private final ScoringWork work;
    private final WorkConfig config;
    private final Signals signals;
    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("scoring-lease").daemon().factory());
    /** Claims of one replica come one after the other: they see each other, so a team gets one turn at a time. */
    private final Object claiming = new Object();

    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile boolean stopping;
    private @Nullable Subscription subscription;

    @Inject
    ScoringJob(ScoringTaskStore tasks, ScoringWork work, WorkConfig config, Signals signals) {
        this.tasks = tasks;
        this.work = work;
        this.config = config;
        this.signals = signals;
        int count = config.workers().orElse(Runtime.getRuntime().availableProcessors());
        // One wake-up waits at most: a thread that takes it looks for all there is.
        this.workers = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                Thread.ofPlatform().name("scoring-", 0).daemon().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    void start(@Observes StartupEvent event) {
        long third = config.lease().toMillis() / 3;
        var _ = renewals.scheduleAtFixedRate(() -> work.renew(config.lease()), third, third, TimeUnit.MILLISECONDS);
        subscription = signals.subscribe(ScoringTaskStore.CHANNEL, _ -> wake(), this::wake);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        if (subscription != null) {
            subscription.close();
        }
        workers.shutdownNow();
        renewals.shutdownNow();
    }

    @Scheduled(
            every = "${podium.scoring.work.poll:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "scoring")
    void poll() {
        wake();
    }

    private void wake() {
        wanted.set(true);
        workers.execute(() -> {
            while (!stopping && doNext()) {
                // until there is nothing left to do
            }
        });
    }

    private boolean doLive() {
        Optional<ScoringTask> claimed;
        synchronized (claiming) {
            claimed = tasks.claimLive(config.lease());
        }
        if (claimed.isPresent()) {
            wake();
            work.perform(claimed.get());
        }
        return claimed.isPresent();
    }

    /** Between two files of a rescore; asks the database only if somebody said that there is work. */
    private void letLiveWorkBy() {
        while (!stopping && wanted.getAndSet(false) && doLive()) {
            wanted.set(true);
        }
    }

    /** Whether there was something to do. */
    private boolean doNext() {
        try {
            if (doLive()) {
                return true;
            }
            List<ScoringTask> batch = tasks.claimRescore(config.batch(), config.lease());
            if (!batch.isEmpty()) {
                wake();
                work.performAll(batch, this::letLiveWorkBy);
            }
            return !batch.isEmpty();
        } catch (RuntimeException e) {
            LOG.warn("No file could be claimed; it is tried again", e);
            return false;
        }
    }
}
