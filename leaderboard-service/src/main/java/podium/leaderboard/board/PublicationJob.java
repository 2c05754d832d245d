package podium.leaderboard.board;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import podium.kit.signal.Signals;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.BoardPosition;

/**
 * Publishes, on a thread of its own, what could not be published by the transaction that brought it, and keeps the boards
 * in memory up with what other replicas publish.
 *
 * <p>Every replica tries; the board's lock decides which one does it, and the others find nothing left.
 */
@ApplicationScoped
public class PublicationJob {

    private static final Logger LOG = Logger.getLogger(PublicationJob.class);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Publisher publisher;
    private final BoardStore store;
    private final Boards boards;
    private final Signals signals;
    private final BoardConfig config;
    private final Set<BoardKey> scheduled = ConcurrentHashMap.newKeySet();
    private final List<AutoCloseable> subscriptions = new ArrayList<>();
    private final ScheduledExecutorService publishing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("board-publisher").factory());
    private final ScheduledExecutorService listening = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("board-listener").factory());

    PublicationJob(Publisher publisher, BoardStore store, Boards boards, Signals signals, BoardConfig config) {
        this.publisher = publisher;
        this.store = store;
        this.boards = boards;
        this.signals = signals;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        int raised = store.raiseEpoch(config.epoch());
        if (raised > 0) {
            LOG.infof("%d boards begin epoch %d", raised, config.epoch());
        }
        subscriptions.add(signals.subscribe(
                Publisher.PENDING,
                board -> BoardKey.parse(board).ifPresent(key -> publishIn(key, Duration.ZERO)),
                () -> run(publishing, this::sweep)));
        subscriptions.add(
                signals.subscribe(Publisher.PUBLISHED, this::published, () -> run(listening, boards::missed)));
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        for (AutoCloseable subscription : subscriptions) {
            subscription.close();
        }
        publishing.shutdownNow();
        listening.shutdownNow();
    }

    /** Finds boards that should have been published, in case a signal was lost. */
    @Scheduled(every = "${podium.leaderboard.sweep:5s}", delayed = "${podium.leaderboard.sweep:5s}")
    void sweep() {
        store.pending().forEach(key -> publishIn(key, Duration.ZERO));
    }

    /** Takes news of a version, from whichever side it comes. */
    public void heard(BoardKey key, BoardPosition position) {
        run(listening, () -> boards.heard(key, position));
    }

    private void published(String payload) {
        int at = payload.indexOf('@');
        BoardKey.parse(payload.substring(0, Math.max(at, 0)))
                .ifPresent(key ->
                        BoardPosition.parse(payload.substring(at + 1)).ifPresent(position -> heard(key, position)));
    }

    private void publishIn(BoardKey key, Duration wait) {
        if (scheduled.add(key)) {
            try {
                var _ = publishing.schedule(() -> publish(key), wait.toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debugf("Board %s is left to another replica: this one is stopping", key);
            }
        }
    }

    private void publish(BoardKey key) {
        // Before looking: what becomes pending from here on schedules its own attempt.
        scheduled.remove(key);
        try {
            publisher.publishPending(key).ifPresent(wait -> publishIn(key, wait));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Board %s was not published, trying again", key);
            publishIn(key, AFTER_FAILURE);
        }
    }

    private static void run(ScheduledExecutorService executor, Runnable task) {
        try {
            executor.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    LOG.warn("News of a board were not taken; the next ones will make up for it", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("This replica is stopping", e);
        }
    }
}
