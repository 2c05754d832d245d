package podium.scoring.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import podium.kit.event.EventJson;
import podium.kit.json.CanonicalJson;
import podium.kit.time.TimeSource;
import podium.scoring.background.BackgroundTask;
import podium.scoring.background.TaskStore;
import podium.scoring.dataset.AttemptStore;
import podium.scoring.dataset.Dataset;
import podium.scoring.dataset.DatasetStore;
import podium.scoring.key.ContestKeyStore;
import podium.scoring.reveal.RevealStore;

/**
 * Destroys the keys of an archived contest: raw data and labels are gone then, and pseudonyms are nobody's for good. The report gets
 * a signed addendum that says so. May be broken off anywhere and done again. What scoring still has to reveal comes first.
 */
@ApplicationScoped
public class KeyDestruction {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final RevealStore reveals;
    private final ContestKeyStore keys;
    private final DatasetStore datasets;
    private final AttemptStore attempts;
    private final TaskStore tasks;
    private final ReportSigner signer;
    private final TimeSource time;

    @Inject
    KeyDestruction(
            RevealStore reveals,
            ContestKeyStore keys,
            DatasetStore datasets,
            AttemptStore attempts,
            TaskStore tasks,
            ReportSigner signer,
            TimeSource time) {
        this.reveals = reveals;
        this.keys = keys;
        this.datasets = datasets;
        this.attempts = attempts;
        this.tasks = tasks;
        this.signer = signer;
        this.time = time;
    }

    /** Does the task; that it is done is told in the transaction that ends it. */
    void run(BackgroundTask task) {
        UUID contestId = task.contestId();
        if (!reveals.isComplete(contestId)) {
            tasks.giveBack(task, PAUSE);
            return;
        }
        Instant now = time.now();
        List<UUID> destroyed = keys.destroy(contestId, now);
        attempts.keysDestroyed(task, addendum(datasets.find(contestId), destroyed, now), destroyed.size());
    }

    private String addendum(Dataset dataset, List<UUID> destroyed, Instant now) {
        Map<String, Object> addendum = new LinkedHashMap<>();
        addendum.put("contestId", dataset.contestId().toString());
        if (dataset.reportSha256() != null) {
            addendum.put("reportSha256", dataset.reportSha256());
        }
        addendum.put("keysDestroyedAt", EventJson.text(now));
        addendum.put("keyIds", destroyed.stream().map(UUID::toString).toList());
        return signer.signed(CanonicalJson.text(addendum));
    }
}
