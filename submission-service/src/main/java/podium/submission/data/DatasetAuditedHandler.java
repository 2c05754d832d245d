package podium.submission.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;
import podium.submission.contest.ContestStore;
import podium.submission.history.History;

/** Writes the way of a contest's data into its history. */
@ApplicationScoped
public class DatasetAuditedHandler implements EventHandler<DatasetAudited> {
    private final ContestStore contests;
    private final History history;

    DatasetAuditedHandler(ContestStore contests, History history) {
        this.contests = contests;
        this.history = history;
    }

    /** What the history says of a step. */
    record Step(UUID auditId, String step, Map<String, String> detail) {}

    @Override
    public Class<DatasetAudited> payloadType() {
        return DatasetAudited.class;
    }

    @Override
    public Handling handle(Event<DatasetAudited> event) {
        DatasetAudited it = event.data();
        if (contests.contest(it.contestId()).isEmpty()) {
            return Handling.waiting("contest " + it.contestId());
        }
        Step step = new Step(it.auditId(), it.step(), it.detail());
        history.add(it.contestId(), it.auditedAt(), "dataset-audited", it.actor(), step);
        return Handling.done();
    }
}
