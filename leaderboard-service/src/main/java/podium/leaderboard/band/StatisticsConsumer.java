package podium.leaderboard.band;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import podium.kit.inbox.Inbox;

/** Hands the statistics of scores, a topic for this service alone, to the inbox. */
@ApplicationScoped
class StatisticsConsumer {

    private final Inbox inbox;

    StatisticsConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("score-statistics")
    CompletionStage<Void> statistics(Message<byte[]> message) {
        return inbox.receive(message);
    }
}
