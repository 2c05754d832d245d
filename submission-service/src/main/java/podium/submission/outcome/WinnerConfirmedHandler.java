package podium.submission.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;
import podium.submission.contest.Phases;

/** Hears that the winner is confirmed: the contest is awarded. */
@ApplicationScoped
public class WinnerConfirmedHandler implements EventHandler<WinnerConfirmed> {
    private final Phases phases;

    WinnerConfirmedHandler(Phases phases) {
        this.phases = phases;
    }

    @Override
    public Class<WinnerConfirmed> payloadType() {
        return WinnerConfirmed.class;
    }

    @Override
    public Handling handle(Event<WinnerConfirmed> event) {
        WinnerConfirmed it = event.data();
        return phases.confirmed(it.contestId(), it.confirmedBy(), it)
                ? Handling.done()
                : Handling.waiting("verification of contest " + it.contestId());
    }
}
