package podium.leaderboard.board;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How boards are published and kept. */
@ConfigMapping(prefix = "podium.leaderboard")
public interface BoardConfig {

    /**
     * The epoch of versions, from 1. Raise it when the database was restored from a backup: streams and snapshots are then
     * reset instead of taking new versions for old ones. Never lower it.
     */
    @WithDefault("1")
    int epoch();

    /** The least time between two versions of a board: four a second. The first change after a pause does not wait. */
    @WithDefault("250ms")
    Duration interval();

    /** The most rows that one version of a public board changes; more are spread over several versions. */
    @WithDefault("1000")
    int rowsPerVersion();

    /** The most boards that are kept in memory; the one that was not read for longest makes room. */
    @WithDefault("200")
    int boardsInMemory();

    /** How many of a board's newest versions are kept in memory for streams that resume. */
    @WithDefault("64")
    int versionsInMemory();

    /** How often boards are looked for that should have been published, in case a signal was lost. */
    @WithDefault("5s")
    Duration sweep();
}
