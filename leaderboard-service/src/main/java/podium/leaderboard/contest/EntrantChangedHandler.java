package podium.leaderboard.contest;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;

/** Keeps the newest snapshot of each entrant: it decides who sees boards that are not public. */
@ApplicationScoped
class EntrantChangedHandler implements EventHandler<EntrantChanged> {

    private final ContestStore contests;

    EntrantChangedHandler(ContestStore contests) {
        this.contests = contests;
    }

    @Override
    public Class<EntrantChanged> payloadType() {
        return EntrantChanged.class;
    }

    @Override
    public Handling handle(Event<EntrantChanged> event) {
        contests.keep(event.data());
        return Handling.done();
    }
}
