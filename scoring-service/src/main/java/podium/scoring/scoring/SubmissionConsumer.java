package podium.scoring.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import podium.kit.inbox.Inbox;

/** What teams sent, from Kafka. */
@ApplicationScoped
class SubmissionConsumer {
    private final Inbox inbox;

    @Inject
    SubmissionConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("submissions")
    CompletionStage<Void> submissions(Message<byte[]> message) {
        return inbox.receive(message);
    }
}
