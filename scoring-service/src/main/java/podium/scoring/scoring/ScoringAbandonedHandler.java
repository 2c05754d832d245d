package podium.scoring.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;

/** Nobody waits any longer: the submission has failed, unless it was decided in the meantime. */
@ApplicationScoped
class ScoringAbandonedHandler implements EventHandler<ScoringAbandoned> {
    private final DecidingOutcome deciding;

    @Inject
    ScoringAbandonedHandler(DecidingOutcome deciding) {
        this.deciding = deciding;
    }

    @Override
    public Class<ScoringAbandoned> payloadType() {
        return ScoringAbandoned.class;
    }

    @Override
    public Handling handle(Event<ScoringAbandoned> event) {
        ScoringAbandoned abandoned = event.data();
        deciding.abandon(abandoned.submission(), "not scored after " + abandoned.emissions() + " attempts");
        return Handling.done();
    }
}
