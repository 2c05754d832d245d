package podium.kit.time;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Does a piece of work again and again on a thread of its own, for what must not be a second late: the scheduler of Quarkus
 * does not look more often than every second.
 */
public final class Ticker implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Ticker.class);
    private static final int PATIENCE_SECONDS = 5;

    private final String name;
    private final Runnable work;
    private final ScheduledExecutorService thread;

    private Ticker(String name, Runnable work) {
        this.name = name;
        this.work = work;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /**
     * Starts.
     *
     * @param name the thread's
     * @param every the pause between the end of one piece of work and the beginning of the next
     * @param work what fails is logged and tried again
     */
    public static Ticker start(String name, Duration every, Runnable work) {
        Ticker ticker = new Ticker(name, work);
        long pause = every.toMillis();
        var _ = ticker.thread.scheduleWithFixedDelay(ticker::tick, pause, pause, TimeUnit.MILLISECONDS);
        return ticker;
    }

    private void tick() {
        try {
            work.run();
        } catch (RuntimeException e) {
            // An exception would end the schedule; the database may be back at the next look.
            LOG.warnf("%s did not succeed and will try again: %s", name, e.getMessage());
        }
    }

    /** Ends, after what is being done if that does not take long. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
