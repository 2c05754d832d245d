package podium.local.demo;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks until the answer is the one that is waited for. */
final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Waiting() {}

    static <T> T until(String what, Duration bound, Supplier<T> question, Predicate<T> enough) {
        long deadline = System.nanoTime() + bound.toNanos();
        while (true) {
            T answer = question.get();
            if (enough.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new DemoException("Waited " + bound.toSeconds() + " s in vain for " + what + ": " + answer);
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DemoException("Interrupted while waiting for " + what + ".");
            }
        }
    }
}
