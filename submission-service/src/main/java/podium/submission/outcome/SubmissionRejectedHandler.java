package podium.submission.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;

/** Hears of files that cannot be scored. */
@ApplicationScoped
public class SubmissionRejectedHandler implements EventHandler<SubmissionRejected> {
    private final Outcomes outcomes;

    SubmissionRejectedHandler(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public Class<SubmissionRejected> payloadType() {
        return SubmissionRejected.class;
    }

    @Override
    public Handling handle(Event<SubmissionRejected> event) {
        return outcomes.rejected(event.data());
    }
}
