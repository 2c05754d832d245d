package podium.leaderboard.contest;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;

/** Keeps the newest snapshot of each contest and gives a new one its two empty boards. */
@ApplicationScoped
class ContestChangedHandler implements EventHandler<ContestChanged> {

    private final ContestStore contests;

    ContestChangedHandler(ContestStore contests) {
        this.contests = contests;
    }

    @Override
    public Class<ContestChanged> payloadType() {
        return ContestChanged.class;
    }

    @Override
    public Handling handle(Event<ContestChanged> event) {
        contests.keep(event.data().contest());
        return Handling.done();
    }
}
