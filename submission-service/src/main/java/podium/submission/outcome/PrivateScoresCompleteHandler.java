package podium.submission.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;
import podium.submission.contest.Phases;

/** Hears that the private board is known: the verification begins. */
@ApplicationScoped
public class PrivateScoresCompleteHandler implements EventHandler<PrivateScoresComplete> {
    private final Phases phases;

    PrivateScoresCompleteHandler(Phases phases) {
        this.phases = phases;
    }

    @Override
    public Class<PrivateScoresComplete> payloadType() {
        return PrivateScoresComplete.class;
    }

    @Override
    public Handling handle(Event<PrivateScoresComplete> event) {
        return phases.revealed(event.data().contestId())
                ? Handling.done()
                : Handling.waiting("settlement of contest " + event.data().contestId());
    }
}
