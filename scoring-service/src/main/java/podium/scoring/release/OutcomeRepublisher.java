package podium.scoring.release;

import static java.util.Objects.requireNonNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import podium.kit.outbox.Republisher;

/** Tells every released outcome once more, with the statistics of those scores that were released. */
@ApplicationScoped
class OutcomeRepublisher implements Republisher {
    private static final int PAGE = 500;

    private final OutcomeStore store;

    @Inject
    OutcomeRepublisher(OutcomeStore store) {
        this.store = store;
    }

    @Override
    public void republish(Sink sink) {
        UUID after = new UUID(0, 0);
        while (true) {
            UUID from = after;
            List<OutcomeEntity> page = QuarkusTransaction.requiringNew().call(() -> store.releasedAfter(from, PAGE));
            if (page.isEmpty()) {
                return;
            }
            for (OutcomeEntity outcome : page) {
                after = requireNonNull(outcome.eventId);
                tell(outcome, after, sink);
            }
        }
    }

    private static void tell(OutcomeEntity outcome, UUID eventId, Sink sink) {
        String key = outcome.contestId.toString();
        Instant releasedAt = requireNonNull(outcome.releasedAt);
        sink.send(OutcomeEvents.TOPIC, key, eventId, releasedAt, OutcomeEvents.payload(outcome));
        UUID statistics = outcome.statisticsEventId;
        if (statistics != null) {
            sink.send(ScoreStatistics.TOPIC, key, statistics, releasedAt, OutcomeEvents.statistics(outcome));
        }
    }
}
