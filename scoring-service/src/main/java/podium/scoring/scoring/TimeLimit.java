package podium.scoring.scoring;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A limit on the time of the thread that made it, until it is closed. When it is over the thread is interrupted, which ends
 * a read of a stalled store, and {@link #check} throws, which ends one that goes on and on.
 */
final class TimeLimit implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private final Duration limit;
    private final ScheduledFuture<?> end;
    private volatile boolean over;
    private boolean closed;

    TimeLimit(ScheduledExecutorService clock, Duration limit) {
        this.limit = limit;
        this.end = clock.schedule(this::stop, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void stop() {
        if (!closed) {
            over = true;
            thread.interrupt();
        }
    }

    /** Whether the time was over before it was closed. */
    boolean isOver() {
        return over;
    }

    Duration limit() {
        return limit;
    }

    /** @throws OverException if the time is over */
    void check() {
        if (over) {
            throw new OverException();
        }
    }

    @Override
    public void close() {
        end.cancel(false);
        synchronized (this) {
            closed = true;
            if (over) {
                // The interruption was for what has ended here; nothing after it is to find it.
                Thread.interrupted();
            }
        }
    }

    /** The time is over. */
    static final class OverException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OverException() {
            super("The time is over", null, false, false);
        }
    }
}
