package podium.submission.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import podium.kit.inbox.Inbox;

/** Takes the records of the topic scores. */
@ApplicationScoped
public class ScoresConsumer {
    private final Inbox inbox;

    ScoresConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("scores")
    CompletionStage<Void> scores(Message<byte[]> message) {
        return inbox.receive(message);
    }
}
