package podium.scoring.release;

import static java.util.Objects.requireNonNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import podium.kit.outbox.Republisher;

/** Tells every released outcome once more. */
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
                sink.send(
                        OutcomeEvents.TOPIC,
                        outcome.contestId.toString(),
                        after,
                        requireNonNull(outcome.releasedAt),
                        OutcomeEvents.payload(outcome));
            }
        }
    }
}
