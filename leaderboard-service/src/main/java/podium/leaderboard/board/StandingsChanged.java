package podium.leaderboard.board;

import java.time.Instant;
import java.util.UUID;

/** The event of that name: a board has a new version. */
record StandingsChanged(UUID contestId, String view, int epoch, long version, Instant changedAt) {

    /** Kafka topic, and the channel on which replicas hear of each other's versions. */
    static final String TOPIC = "standings";
}
