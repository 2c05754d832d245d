package podium.leaderboard.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import podium.kit.event.EventJson;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.BoardPosition;
import podium.leaderboard.standing.View;

/**
 * Hears of new versions from Kafka, each replica in a group of its own, and not through the inbox: it is no fact to be
 * stored but a hint, the net under the database's notifications.
 */
@ApplicationScoped
class StandingsConsumer {

    private static final Logger LOG = Logger.getLogger(StandingsConsumer.class);

    private final PublicationJob job;

    StandingsConsumer(PublicationJob job) {
        this.job = job;
    }

    @Incoming("standings")
    void standings(byte[] payload) {
        try {
            StandingsChanged event = EventJson.read(payload, StandingsChanged.class);
            View.of(event.view())
                    .ifPresent(view -> job.heard(
                            new BoardKey(event.contestId(), view), new BoardPosition(event.epoch(), event.version())));
        } catch (JsonProcessingException e) {
            LOG.warn("Something on topic standings is no StandingsChanged", e);
        }
    }
}
