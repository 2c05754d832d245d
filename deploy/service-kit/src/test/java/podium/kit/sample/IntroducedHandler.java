package podium.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;

@ApplicationScoped
class IntroducedHandler implements EventHandler<Introduced> {

    private final People people;

    IntroducedHandler(People people) {
        this.people = people;
    }

    @Override
    public Class<Introduced> payloadType() {
        return Introduced.class;
    }

    @Override
    public Handling handle(Event<Introduced> event) {
        people.introduce(event.data().person());
        return Handling.done();
    }
}
