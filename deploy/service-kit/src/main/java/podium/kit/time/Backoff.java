package podium.kit.time;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long after each failure, up to a cap, less a random part so that many
 * that failed together do not come back together.
 *
 * @param initial wait after the first failure, positive
 * @param cap the longest wait, at least {@code initial}
 */
public record Backoff(Duration initial, Duration cap) {

    /** @throws IllegalArgumentException when the durations make no sense */
    public Backoff {
        if (initial.isNegative() || initial.isZero() || cap.compareTo(initial) < 0) {
            throw new IllegalArgumentException("No back-off from " + initial + " to " + cap);
        }
    }

    /**
     * The wait after that many failures, between half and the whole of {@code min(cap, initial * 2^(failures-1))}.
     *
     * @param failures how often it failed in a row, at least 1
     */
    public Duration after(int failures, RandomGenerator random) {
        long whole = cap.toMillis();
        int doublings = Math.max(0, failures - 1);
        // Beyond 40 doublings of a millisecond every sensible cap is reached, and the shift would overflow.
        if (doublings < 40 && initial.toMillis() <= whole >> doublings) {
            whole = initial.toMillis() << doublings;
        }
        return Duration.ofMillis(whole - (long) (random.nextDouble() * (whole / 2.0)));
    }
}
