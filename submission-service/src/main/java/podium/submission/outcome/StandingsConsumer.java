package podium.submission.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import podium.kit.inbox.Inbox;

/** Takes the records of the topic standings. */
@ApplicationScoped
public class StandingsConsumer {
    private final Inbox inbox;

    StandingsConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("standings")
    CompletionStage<Void> standings(Message<byte[]> message) {
        return inbox.receive(message);
    }
}
