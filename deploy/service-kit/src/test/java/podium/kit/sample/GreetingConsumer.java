package podium.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import podium.kit.inbox.Inbox;

@ApplicationScoped
class GreetingConsumer {

    private final Inbox inbox;

    GreetingConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("greetings")
    CompletionStage<Void> greetings(Message<byte[]> message) {
        return inbox.receive(message);
    }

    @Incoming("introductions")
    CompletionStage<Void> introductions(Message<byte[]> message) {
        return inbox.receive(message);
    }
}
