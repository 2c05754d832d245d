package podium.submission.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;

/** Hears of released scores. */
@ApplicationScoped
public class SubmissionScoredHandler implements EventHandler<SubmissionScored> {
    private final Outcomes outcomes;

    SubmissionScoredHandler(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public Class<SubmissionScored> payloadType() {
        return SubmissionScored.class;
    }

    @Override
    public Handling handle(Event<SubmissionScored> event) {
        return outcomes.scored(event.data());
    }
}
