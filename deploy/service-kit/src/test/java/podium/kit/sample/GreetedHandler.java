package podium.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;
import podium.kit.inbox.Rejection;

@ApplicationScoped
class GreetedHandler implements EventHandler<Greeted> {

    private final People people;

    GreetedHandler(People people) {
        this.people = people;
    }

    @Override
    public Class<Greeted> payloadType() {
        return Greeted.class;
    }

    @Override
    public Handling handle(Event<Greeted> event) {
        Greeted greeted = event.data();
        people.called(event.id());
        people.failAsScripted(event.id());
        if (greeted.words().isBlank()) {
            throw new Rejection("a greeting has words");
        }
        // Before the question whether the person is known: what waits must leave no trace.
        people.greet(event.id(), greeted.person(), greeted.words());
        if (!people.knows(greeted.person())) {
            return Handling.waiting("introduction of " + greeted.person());
        }
        return Handling.done();
    }
}
