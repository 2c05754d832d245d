package podium.leaderboard.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import podium.kit.problem.ProblemException;
import podium.kit.problem.Problems;
import podium.leaderboard.board.Boards;
import podium.leaderboard.board.VersionStore;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.BoardPosition;
import podium.leaderboard.standing.View;

/** The clients that follow boards on this replica, and the threads that serve them. */
@ApplicationScoped
public class LiveStreams implements Listener.Leaving {

    private static final Logger LOG = Logger.getLogger(LiveStreams.class);

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Boards boards;
    private final VersionStore versions;
    private final LiveConfig config;
    private final Map<BoardKey, LiveBoard> followed = new ConcurrentHashMap<>();
    private final AtomicInteger clients;
    private final Counter dropped;
    private final ExecutorService threads;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-heart").factory());

    LiveStreams(Boards boards, VersionStore versions, LiveConfig config, MeterRegistry meters) {
        this.boards = boards;
        this.versions = versions;
        this.config = config;
        this.threads = Executors.newFixedThreadPool(
                config.threads(), Thread.ofPlatform().name("live-", 0).factory());
        this.clients = meters.gauge("podium.stream.clients", new AtomicInteger());
        this.dropped = Counter.builder("podium.stream.dropped")
                .description("Clients that were disconnected because they were too slow")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        boards.onChange(this::heard);
        long period = config.heartbeat().toMillis();
        var _ = heart.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MILLISECONDS);
    }

    /** Lets clients go, so that they come back to another replica at once. */
    void stop(@Observes ShutdownEvent event) {
        heart.shutdownNow();
        threads.shutdownNow();
        followed.values().forEach(live -> live.listeners().forEach(Listener::end));
    }

    /**
     * A client's stream of a board.
     *
     * @param slug the contest's
     * @param lastEventId the last version that the client has seen, empty for a new one
     * @throws ProblemException 503 {@code streams-full}
     */
    Multi<OutboundSseEvent> follow(String slug, BoardKey key, Optional<BoardPosition> lastEventId) {
        if (clients.get() >= config.clients()) {
            throw Problems.unavailable("streams-full", SOON, "Too many follow boards here at present; come back soon.");
        }
        return Multi.createFrom().emitter(client -> join(slug, key, lastEventId, client), BackPressureStrategy.ERROR);
    }

    private void join(
            String slug,
            BoardKey key,
            Optional<BoardPosition> lastEventId,
            MultiEmitter<? super OutboundSseEvent> client) {
        Listener[] joined = new Listener[1];
        followed.compute(key, (_, live) -> {
            LiveBoard board = live == null ? open(slug, key) : live;
            joined[0] = new Listener(board, lastEventId, client, this);
            board.listeners().add(joined[0]);
            return board;
        });
        Listener listener = joined[0];
        clients.incrementAndGet();
        client.onTermination(() -> leave(key, listener));
        client.onRequest(_ -> {
            if (listener.isStarved()) {
                execute(listener::pump);
            }
        });
        execute(listener::pump);
    }

    private LiveBoard open(String slug, BoardKey key) {
        LiveBoard live = new LiveBoard(slug, key, boards, versions, config, this::execute);
        live.wake(true);
        return live;
    }

    private void leave(BoardKey key, Listener listener) {
        followed.computeIfPresent(key, (_, live) -> {
            if (live.listeners().remove(listener)) {
                clients.decrementAndGet();
            }
            return live.listeners().isEmpty() ? null : live;
        });
    }

    private void heard(BoardKey key) {
        LiveBoard live = followed.get(key);
        if (live != null) {
            live.wake(false);
        }
        if (key.view() == View.PRIVATE) {
            LiveBoard other = followed.get(new BoardKey(key.contestId(), View.PUBLIC));
            if (other != null) {
                other.wake(true);
            }
        }
    }

    private void beat() {
        followed.values().forEach(live -> execute(() -> live.listeners().forEach(Listener::heartbeat)));
    }

    @Override
    public void dropped(Listener listener) {
        dropped.increment();
        listener.end();
    }

    @Override
    public void failed(Listener listener, RuntimeException cause) {
        LOG.warn("A stream ends early; its client may come back and go on", cause);
        listener.end();
    }

    private void execute(Runnable task) {
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    LOG.warn("Clients were not served; the next heartbeat tries again", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("This replica is stopping", e);
        }
    }
}
