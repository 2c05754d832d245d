package podium.leaderboard.result;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;

/** Notes that a contest has a new scoring version; its board switches when all scores of it are here. */
@ApplicationScoped
class RescoreAppliedHandler implements EventHandler<RescoreApplied> {

    private final ShownVersion shown;

    RescoreAppliedHandler(ShownVersion shown) {
        this.shown = shown;
    }

    @Override
    public Class<RescoreApplied> payloadType() {
        return RescoreApplied.class;
    }

    @Override
    public Handling handle(Event<RescoreApplied> event) {
        return shown.note(event.data())
                ? Handling.done()
                : Handling.waiting(ResultStore.contest(event.data().contestId()));
    }
}
