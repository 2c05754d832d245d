package podium.scoring.reveal;

import static java.util.Objects.requireNonNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import podium.kit.outbox.Republisher;

/** Tells every reveal once more. */
@ApplicationScoped
class RevealRepublisher implements Republisher {
    private static final String TOPIC = "scores";
    private static final int PAGE = 500;

    private final SettlementStore settlements;

    @Inject
    RevealRepublisher(SettlementStore settlements) {
        this.settlements = settlements;
    }

    @Override
    public void republish(Sink sink) {
        List<SettlementEntity> complete = QuarkusTransaction.requiringNew().call(settlements::complete);
        for (SettlementEntity settlement : complete) {
            republish(settlement, sink);
        }
    }

    private void republish(SettlementEntity settlement, Sink sink) {
        String key = settlement.contestId.toString();
        UUID after = new UUID(0, 0);
        while (true) {
            UUID from = after;
            List<RevealEntity> page = QuarkusTransaction.requiringNew()
                    .call(() -> settlements.revealedAfter(settlement.contestId, from, PAGE));
            if (page.isEmpty()) {
                break;
            }
            for (RevealEntity reveal : page) {
                after = reveal.submissionId;
                sink.send(TOPIC, key, reveal.eventId, reveal.revealedAt, reveal.event());
            }
        }
        Instant completedAt = requireNonNull(settlement.completedAt);
        PrivateScoresComplete event =
                new PrivateScoresComplete(settlement.contestId, requireNonNull(settlement.revealedCount), completedAt);
        sink.send(TOPIC, key, requireNonNull(settlement.completeEventId), completedAt, event);
    }
}
