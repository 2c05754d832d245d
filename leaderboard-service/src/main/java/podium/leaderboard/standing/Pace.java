package podium.leaderboard.standing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fast versions of a board follow each other: the first change at once, and then what comes within the interval
 * together at its end.
 *
 * @param interval the least time between two versions of one board
 */
public record Pace(Duration interval) {

    public Pace {
        if (interval.isNegative()) {
            throw new IllegalArgumentException("No pace: an interval of " + interval);
        }
    }

    /**
     * How long a change that is there now has to wait to be published; zero for at once.
     *
     * <p>Never longer than the interval, and not at all if the last version is dated so far ahead that the clock must
     * have been set back since.
     *
     * @param last when the last version was published, null if none was
     */
    public Duration wait(@Nullable Instant last, Instant now) {
        if (last == null) {
            return Duration.ZERO;
        }
        Duration remaining = Duration.between(now, last.plus(interval));
        boolean clockSetBack = Duration.between(now, last).compareTo(interval) > 0;
        return remaining.isNegative() || clockSetBack ? Duration.ZERO : min(remaining, interval);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
