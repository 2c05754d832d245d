package podium.submission.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;

/** Hears of released scores. */
@ApplicationScoped
public class SubmissionScoredHandler implements EventHandler<SubmissionScored> {
    private final Outcomes outcomes;
    private final LastCall lastCall;

    SubmissionScoredHandler(Outcomes outcomes, LastCall lastCall) {
        this.outcomes = outcomes;
        this.lastCall = lastCall;
    }

    @Override
    public Class<SubmissionScored> payloadType() {
        return SubmissionScored.class;
    }

    @Override
    public Handling handle(Event<SubmissionScored> event) {
        lastCall.consider(event.data());
        return outcomes.scored(event.data());
    }
}
