package podium.leaderboard.band;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;

/** Keeps the statistics of a score, whether or not the score is here yet; bands are made of them when a board is read. */
@ApplicationScoped
class ScoreStatisticsHandler implements EventHandler<ScoreStatistics> {

    private final StatisticsStore store;

    ScoreStatisticsHandler(StatisticsStore store) {
        this.store = store;
    }

    @Override
    public Class<ScoreStatistics> payloadType() {
        return ScoreStatistics.class;
    }

    @Override
    public Handling handle(Event<ScoreStatistics> event) {
        store.keep(event.data());
        return Handling.done();
    }
}
