package podium.scoring.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import podium.kit.id.Ids;
import podium.kit.json.CanonicalJson;
import podium.kit.time.TimeSource;
import podium.scoring.background.BackgroundTask;
import podium.scoring.background.TaskStore;
import podium.scoring.dataset.DatasetAudited.Step;
import podium.scoring.dataset.DatasetRefused.Reason;

/** What background tasks do to a dataset: each result is committed together with the end of its task, so it counts once. */
@ApplicationScoped
public class AttemptStore {
    private final DatasetStore datasets;
    private final DatasetEventStore events;
    private final TaskStore tasks;
    private final TimeSource time;

    @Inject
    AttemptStore(DatasetStore datasets, DatasetEventStore events, TaskStore tasks, TimeSource time) {
        this.datasets = datasets;
        this.events = events;
        this.tasks = tasks;
        this.time = time;
    }

    /** The gate refused the attempt. */
    @Transactional
    public void refused(
            BackgroundTask task, CanonicalJson.Digested report, List<Reason> reasons, List<StepDone> steps) {
        DatasetEntity dataset = end(task, DatasetState.REFUSED);
        tell(task, steps);
        dataset.report = report.json();
        dataset.reportSha256 = report.sha256();
        Instant now = time.now();
        events.refused(new DatasetRefused(task.contestId(), task.attemptId(), reasons, report.sha256(), now));
        events.audited(task.contestId(), Step.REFUSED, null, Map.of("reportSha256", report.sha256()), now);
    }

    /** The gate let the attempt pass; people decide next. */
    @Transactional
    public void ready(BackgroundTask task, CanonicalJson.Digested report, StagedFiles staged, List<StepDone> steps) {
        DatasetEntity dataset = end(task, DatasetState.AWAITING_APPROVAL);
        tell(task, steps);
        dataset.report = report.json();
        dataset.reportSha256 = report.sha256();
        dataset.staged = staged;
        events.audited(task.contestId(), Step.READY, null, Map.of("reportSha256", report.sha256()), time.now());
    }

    /** The approved files are in the release store. */
    @Transactional
    public void released(BackgroundTask task) {
        DatasetEntity dataset = end(task, DatasetState.RELEASED);
        StagedFiles staged = Objects.requireNonNull(dataset.staged, "what is approved is staged");
        String reportSha256 = Objects.requireNonNull(dataset.reportSha256, "what is approved has a report");
        Instant now = time.now();
        dataset.releaseId = Ids.next();
        dataset.releasedAt = now;
        List<String> approvers = datasets.approvals(task.attemptId()).stream()
                .map(Approval::subjectId)
                .toList();
        events.released(
                new DatasetReleased(task.contestId(), dataset.releaseId, staged.files(), reportSha256, approvers, now));
        events.audited(
                task.contestId(),
                Step.RELEASED,
                null,
                Map.of("releaseId", dataset.releaseId.toString(), "reportSha256", reportSha256),
                now);
    }

    /** The attempt cannot be carried out, by our fault. */
    @Transactional
    public void failed(BackgroundTask task, String message) {
        DatasetEntity dataset = end(task, DatasetState.FAILED);
        dataset.failure = message;
        events.audited(
                task.contestId(),
                Step.FAILED,
                null,
                Map.of("attempt", task.attemptId().toString()),
                time.now());
    }

    /**
     * The keys of the contest are destroyed.
     *
     * @param addendum what is added to the report, signed
     * @param count how many keys there were
     */
    @Transactional
    public void keysDestroyed(BackgroundTask task, String addendum, int count) {
        DatasetEntity dataset = datasets.lock(task.contestId());
        tasks.done(task);
        dataset.addendum = addendum;
        Map<String, String> detail = new HashMap<>(Map.of("keys", Integer.toString(count)));
        if (dataset.reportSha256 != null) {
            detail.put("reportSha256", dataset.reportSha256);
        }
        events.audited(task.contestId(), Step.KEYS_DESTROYED, null, detail, time.now());
        datasets.changed(task.contestId());
    }

    private void tell(BackgroundTask task, List<StepDone> steps) {
        steps.forEach(step -> events.audited(task.contestId(), step.step(), null, step.detail(), time.now()));
    }

    /**
     * A step of an attempt.
     *
     * @param detail digests, counts, figures and names of columns, never values
     */
    public record StepDone(Step step, Map<String, String> detail) {}

    private DatasetEntity end(BackgroundTask task, DatasetState next) {
        DatasetEntity dataset = datasets.lock(task.contestId());
        tasks.done(task);
        if (dataset.state != DatasetState.PROCESSING || !task.attemptId().equals(dataset.attemptId)) {
            throw new IllegalStateException("Attempt " + task.attemptId() + " is not the one that is processed");
        }
        dataset.state = next;
        datasets.changed(task.contestId());
        return dataset;
    }
}
