package podium.kit.time;

import java.time.Instant;

/**
 * What time it is, for every decision that another replica must be able to agree with.
 *
 * <p>Replicas have clocks of their own that drift apart; they share a database, so the database's clock decides.
 */
public interface TimeSource {

    /** The present instant in UTC, cut to whole milliseconds, which is what events and columns carry. */
    Instant now();
}
