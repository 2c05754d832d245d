package podium.submission.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import podium.kit.inbox.Inbox;

/** Takes the records of the topic datasets. */
@ApplicationScoped
public class DatasetsConsumer {
    private final Inbox inbox;

    DatasetsConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("datasets")
    CompletionStage<Void> datasets(Message<byte[]> message) {
        return inbox.receive(message);
    }
}
