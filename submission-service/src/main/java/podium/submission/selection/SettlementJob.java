package podium.submission.selection;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Settles closed contests after their grace; every replica looks, one settles. */
@ApplicationScoped
public class SettlementJob {
    private final Selections selections;

    SettlementJob(Selections selections) {
        this.selections = selections;
    }

    @Scheduled(
            every = "${podium.submission.settle-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "settle")
    void run() {
        boolean settled;
        do {
            settled = selections.settleOne();
        } while (settled);
    }
}
