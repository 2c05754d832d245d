package podium.scoring.rescore;

import static java.util.Objects.requireNonNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import podium.kit.outbox.Republisher;
import podium.scoring.version.RescoreEntity;

/** Tells once more which rescores were applied. */
@ApplicationScoped
class RescoreRepublisher implements Republisher {
    private final RescoreStore store;

    @Inject
    RescoreRepublisher(RescoreStore store) {
        this.store = store;
    }

    @Override
    public void republish(Sink sink) {
        for (RescoreEntity rescore : QuarkusTransaction.requiringNew().call(store::applied)) {
            sink.send(
                    RescoreApplied.TOPIC,
                    rescore.contestId.toString(),
                    requireNonNull(rescore.eventId),
                    requireNonNull(rescore.appliedAt),
                    ApplyingRescore.event(rescore));
        }
    }
}
