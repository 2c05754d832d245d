package podium.leaderboard.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import podium.kit.inbox.Inbox;

/** Hands the topic of scoring-service to the inbox. Rejected and failed submissions have no handler: they never rank. */
@ApplicationScoped
class ScoresConsumer {

    private final Inbox inbox;

    ScoresConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("scores")
    CompletionStage<Void> scores(Message<byte[]> message) {
        return inbox.receive(message);
    }
}
