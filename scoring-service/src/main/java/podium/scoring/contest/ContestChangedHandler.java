package podium.scoring.contest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;

/** Remembers the newest snapshot of each contest. */
@ApplicationScoped
class ContestChangedHandler implements EventHandler<ContestChanged> {
    private final ContestStore contests;

    @Inject
    ContestChangedHandler(ContestStore contests) {
        this.contests = contests;
    }

    @Override
    public Class<ContestChanged> payloadType() {
        return ContestChanged.class;
    }

    @Override
    public Handling handle(Event<ContestChanged> event) {
        contests.take(event.data());
        return Handling.done();
    }
}
