package podium.scoring.reveal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;

/** A contest is settled. It need not be known otherwise: what counts are the outcomes of its submissions. */
@ApplicationScoped
class ContestSettledHandler implements EventHandler<ContestSettled> {
    private final RevealingPrivateScores revealing;

    @Inject
    ContestSettledHandler(RevealingPrivateScores revealing) {
        this.revealing = revealing;
    }

    @Override
    public Class<ContestSettled> payloadType() {
        return ContestSettled.class;
    }

    @Override
    public Handling handle(Event<ContestSettled> event) {
        revealing.settle(event.data());
        return Handling.done();
    }
}
