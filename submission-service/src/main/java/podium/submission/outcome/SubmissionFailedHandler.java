package podium.submission.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;

/** Hears of submissions that scoring gave up. */
@ApplicationScoped
public class SubmissionFailedHandler implements EventHandler<SubmissionFailed> {
    private final Outcomes outcomes;

    SubmissionFailedHandler(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public Class<SubmissionFailed> payloadType() {
        return SubmissionFailed.class;
    }

    @Override
    public Handling handle(Event<SubmissionFailed> event) {
        return outcomes.failed(event.data());
    }
}
