package podium.backends;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import podium.backends.process.BackendException;
import podium.backends.process.ChildProcess;

/** Waits for something that is no child process. */
final class Answers {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private Answers() {}

    static void await(String name, ChildProcess.Readiness readiness, Duration bound) {
        long deadline = System.nanoTime() + bound.toNanos();
        while (true) {
            Exception last = null;
            try {
                if (readiness.answered()) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BackendException("Interrupted.", e);
            } catch (Exception e) {
                last = e;
            }
            if (System.nanoTime() > deadline) {
                throw new BackendException(name + " was not ready within " + bound.toSeconds() + " s.", last);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }
}
