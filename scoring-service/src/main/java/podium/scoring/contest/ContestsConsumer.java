package podium.scoring.contest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import podium.kit.inbox.Inbox;

/** Reads the topic {@code contests}. */
@ApplicationScoped
public class ContestsConsumer {
    private final Inbox inbox;

    @Inject
    ContestsConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("contests")
    CompletionStage<Void> contests(Message<byte[]> message) {
        return inbox.receive(message);
    }
}
