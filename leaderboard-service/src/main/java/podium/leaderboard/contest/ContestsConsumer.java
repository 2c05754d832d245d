package podium.leaderboard.contest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import podium.kit.inbox.Inbox;

/** Hands the topics of submission-service to the inbox. */
@ApplicationScoped
class ContestsConsumer {

    private final Inbox inbox;

    ContestsConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("contests")
    CompletionStage<Void> contests(Message<byte[]> message) {
        return inbox.receive(message);
    }

    @Incoming("teams")
    CompletionStage<Void> teams(Message<byte[]> message) {
        return inbox.receive(message);
    }
}
