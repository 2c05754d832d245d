package podium.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Takes the records of all channels of a service and sees to it that each event is handled once. */
@ApplicationScoped
public class Inbox {

    /** Takes a record; the stage ends when there is room for the next one. Acknowledges the record itself. */
    public CompletionStage<Void> receive(Message<byte[]> message) {
        return message.ack();
    }
}
