package podium.leaderboard.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How boards are streamed. */
@ConfigMapping(prefix = "podium.leaderboard.live")
interface LiveConfig {

    /** How often a stream on which nothing happens sends a comment, so that nobody in between closes it. */
    @WithDefault("15s")
    Duration heartbeat();

    /** After how long a client should connect again; sent to it. */
    @WithDefault("1s")
    Duration retry();

    /** The most rows of the snapshot that a stream begins with. */
    @WithDefault("1000")
    int snapshotRows();

    /**
     * The most versions that a client may be behind. Who comes back further behind gets a snapshot; who falls further
     * behind while connected is disconnected, and may come back.
     */
    @WithDefault("1000")
    int replay();

    /** How long a client that has seen a version this replica has not heard of is kept waiting before it gets a snapshot. */
    @WithDefault("5s")
    Duration patience();

    /** The most clients of one replica; the next one is told to come back later. */
    @WithDefault("20000")
    int clients();

    /** Threads that send to clients; one board is served by one of them at a time. */
    @WithDefault("2")
    int threads();
}
