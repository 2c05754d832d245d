package podium.kit.test;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import podium.kit.time.DatabaseTime;
import podium.kit.time.TimeSource;

/**
 * The database's clock and an offset that tests choose. It takes the place of {@link DatabaseTime} in every test
 * application that has this jar, and exists in no other.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class MovableTime implements TimeSource {

    private final DatabaseTime database;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    MovableTime(DatabaseTime database) {
        this.database = database;
    }

    /** The database's time, moved. */
    @Override
    public Instant now() {
        return database.now().plus(offset.get());
    }

    /** Moves time by that much more; a negative duration moves it back. */
    public void move(Duration by) {
        offset.updateAndGet(by::plus);
    }

    /** Moves time past midnight (UTC) if that is near: a test that counts a day must not run into the next one. */
    public void awayFromMidnight() {
        Instant now = now();
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        if (Duration.between(now, midnight).toMinutes() < 10) {
            move(Duration.ofMinutes(20));
        }
    }

    /** Back to the database's time. */
    public void reset() {
        offset.set(Duration.ZERO);
    }
}
