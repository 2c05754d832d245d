package podium.submission.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A team's allowance of one UTC day. Pure arithmetic over what the database counts: accepted submissions that have not
 * failed, and places that uploads in progress hold.
 *
 * @param day the day
 * @param limit submissions a day
 * @param used accepted and held; more than the limit only if the platform gave an attempt back and it was scored late
 */
public record Quota(LocalDate day, int limit, int used) {

    public Quota {
        if (limit < 1 || used < 0) {
            throw new IllegalArgumentException("limit " + limit + ", used " + used);
        }
    }

    /** The day on whose quota a request counts. */
    public static LocalDate dayOf(Instant receivedAt) {
        return LocalDate.ofInstant(receivedAt, ZoneOffset.UTC);
    }

    /** Whether there is no place for one more. */
    public boolean exhausted() {
        return used >= limit;
    }

    /** How many are left. */
    public int remaining() {
        return Math.max(0, limit - used);
    }

    /** When the next day begins. */
    public Instant renewsAt() {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** How long until then; at least a second, as {@code Retry-After} has no smaller unit. */
    public Duration renewsIn(Instant now) {
        Duration left = Duration.between(now, renewsAt());
        return left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
    }

    /** One more place is taken. */
    public Quota plusOne() {
        return new Quota(day, limit, used + 1);
    }
}
