package podium.local.platform;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Watches that every component lives. One that dies is either started again, on its port and after a pause that grows
 * while it keeps dying, or the end of the platform.
 */
final class Supervisor implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** After so long a life the next death is a new matter. */
    private static final Duration GOOD_LIFE = Duration.ofSeconds(30);

    private final boolean restart;
    private final Consumer<String> log;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CompletableFuture<PlatformException> death = new CompletableFuture<>();

    Supervisor(Map<Component, Server> servers, boolean restart, Consumer<String> log) {
        this.restart = restart;
        this.log = log;
        servers.forEach((component, server) ->
                Thread.ofVirtual().name("supervisor-" + component.fileName()).start(() -> watch(component, server)));
    }

    /** Completed when a component has died and is not started again. */
    CompletableFuture<PlatformException> death() {
        return death;
    }

    private void watch(Component component, Server server) {
        Duration pause = FIRST_PAUSE;
        while (open()) {
            long born = System.nanoTime();
            ProcessHandle.of(server.process().pid())
                    .ifPresent(process -> process.onExit().join());
            if (!open() || server.process().alive()) {
                continue; // stopped on purpose, or somebody else was quicker to start it again
            }
            if (!restart) {
                death.complete(new PlatformException(component.label() + " has died. " + LogTail.of(server.log())));
                return;
            }
            pause = System.nanoTime() - born > GOOD_LIFE.toNanos() ? FIRST_PAUSE : pause;
            if (waited(pause)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            startAgain(component, server);
        }
    }

    private void startAgain(Component component, Server server) {
        long started = System.nanoTime();
        try {
            server.process().restart();
            log.accept("%s had died and is up again after %.1f s"
                    .formatted(component.label(), (System.nanoTime() - started) / 1e9));
        } catch (RuntimeException e) {
            if (open()) {
                log.accept(component.label() + " has died and does not start: " + e.getMessage());
            }
        }
    }

    private boolean open() {
        return closed.getCount() > 0;
    }

    private boolean waited(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** From now on components die on purpose. */
    @Override
    public void close() {
        closed.countDown();
    }
}
