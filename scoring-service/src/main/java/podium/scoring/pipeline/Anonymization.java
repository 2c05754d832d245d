package podium.scoring.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import podium.kit.file.PendingFile;
import podium.kit.file.StoredFile;
import podium.kit.id.Ids;
import podium.scoring.anonymization.Column;
import podium.scoring.background.BackgroundTask;
import podium.scoring.background.TaskProgresses;
import podium.scoring.contest.ContestStore;
import podium.scoring.contest.KnownContest;
import podium.scoring.dataset.AttemptStore;
import podium.scoring.dataset.Dataset;
import podium.scoring.dataset.DatasetRefused;
import podium.scoring.dataset.DatasetStore;
import podium.scoring.dataset.StagedFiles;
import podium.scoring.dataset.StagedFiles.ReleaseFile;
import podium.scoring.dataset.Vault;
import podium.scoring.holdout.Solution;
import podium.scoring.holdout.SolutionFile;
import podium.scoring.key.KeyPurpose;
import podium.scoring.pipeline.EarlierReleases.Earlier;
import podium.scoring.plan.DatasetLimits;
import podium.scoring.plan.Plan;
import podium.scoring.plan.Treatment;
import podium.scoring.privacy.Verdict.Reason;
import podium.scoring.raw.RatingsTable;
import podium.scoring.raw.RawFormatException;
import podium.scoring.sql.SqlRunner;
import podium.scoring.stage.Progress;

/** Carries out a plan: from the raw file in the vault to staged files and a report, or to a refusal. */
@ApplicationScoped
public class Anonymization {
    /** The file with the baseline's predictions. */
    static final String BASELINE = "baseline-submission.csv";

    private final ContestStore contests;
    private final DatasetStore datasets;
    private final AttemptStore attempts;
    private final RawData data;
    private final EarlierReleases earlier;
    private final Vault vault;
    private final DatasetLimits limits;
    private final MetricTrial trial;
    private final SqlRunner runner;
    private final ReportSigner signer;
    private final TaskProgresses progresses;

    @Inject
    Anonymization(
            ContestStore contests,
            DatasetStore datasets,
            AttemptStore attempts,
            RawData data,
            EarlierReleases earlier,
            Vault vault,
            DatasetLimits limits,
            MetricTrial trial,
            SqlRunner runner,
            ReportSigner signer,
            TaskProgresses progresses) {
        this.runner = runner;
        this.signer = signer;
        this.progresses = progresses;
        this.contests = contests;
        this.datasets = datasets;
        this.attempts = attempts;
        this.data = data;
        this.earlier = earlier;
        this.vault = vault;
        this.limits = limits;
        this.trial = trial;
    }

    /** Does the task; its effect and its end are one transaction. */
    void run(BackgroundTask task) {
        KnownContest contest = contests.find(task.contestId()).orElseThrow();
        Dataset dataset = datasets.find(task.contestId());
        List<UUID> before =
                earlier.released(contest).stream().map(KnownContest::id).toList();
        switch (draft(task, contest, dataset)) {
            case Draft.Refusal refusal -> refuse(task, contest, dataset, refusal);
            case Draft.Release release -> stage(task, contest, dataset, release, before);
        }
    }

    private Draft draft(BackgroundTask task, KnownContest contest, Dataset dataset) {
        Plan plan = Objects.requireNonNull(dataset.plan());
        Progress progress = progresses.of(task);
        Draft draft;
        try {
            draft = switch (plan.treatment()) {
                case Treatment.Table table -> table(contest, dataset, plan, table, progress);
                case Treatment.Ratings ratings -> ratings(contest, dataset, plan, ratings, progress);
            };
        } catch (RawFormatException e) {
            return new Draft.Refusal(
                    new Findings(), List.of(new Reason("raw-unusable", String.valueOf(e.getMessage()))), List.of());
        }
        return draft instanceof Draft.Release release ? trial.tried(contest.task(), release) : draft;
    }

    private Draft table(
            KnownContest contest, Dataset dataset, Plan plan, Treatment.Table treatment, Progress progress) {
        Map<String, Column> table = data.table(contest, dataset, progress);
        return switch (data.anonymizer(contest, dataset, treatment, progress).anonymize(table)) {
            case TableDraft.Refused(Draft.Refusal refusal) -> refusal;
            case TableDraft.Made release ->
                new TableInspection(
                                plan,
                                contest.task(),
                                seed(contest),
                                limits.gate().targets(),
                                release.generalized().raw().isEmpty()
                                        ? Earlier.none()
                                        : earlier.tables(contest, progress),
                                progress)
                        .inspected(release, table);
        };
    }

    private Draft ratings(
            KnownContest contest, Dataset dataset, Plan plan, Treatment.Ratings treatment, Progress progress) {
        RatingsTable table = data.ratings(contest, dataset, treatment, progress);
        return new RatingsAnonymizer(
                        plan,
                        treatment,
                        contest.task(),
                        data.keys(contest),
                        seed(contest),
                        limits.gate().targets(),
                        Runtime.getRuntime().availableProcessors(),
                        earlier.ratings(contest, progress),
                        progress)
                .anonymize(table);
    }

    private GateSeed seed(KnownContest contest) {
        return GateSeed.of(data.keys(contest).apply(KeyPurpose.ATTACK));
    }

    /** Writes the files into the vault, where they wait for approvals; what was written in vain is deleted. */
    private void stage(
            BackgroundTask task, KnownContest contest, Dataset dataset, Draft.Release release, List<UUID> before) {
        ReleaseFiles files = new ReleaseFiles(release);
        ReleaseContent content = release.content();
        List<String> classes = release.form().classes();
        List<UUID> written = new ArrayList<>();
        boolean committed = false;
        try {
            int testRows = content.testRows();
            UUID solution = write(contest.id(), written, content::solution).id();
            StoredFile sample = write(contest.id(), written, files::sampleSubmission);
            Solution hidden = solution(contest, classes, solution);
            List<Reason> flaws = rehearsed(contest, hidden, sample, Rehearsal::flaws);
            if (!flaws.isEmpty()) {
                refuse(task, contest, dataset, new Draft.Refusal(release.findings(), flaws, List.of()));
                return;
            }
            List<ReleaseFile> published = new ArrayList<>();
            published.add(file("train.csv", content.trainRows(), write(contest.id(), written, content::train)));
            published.add(file("test.csv", testRows, write(contest.id(), written, content::test)));
            published.add(file("sample-submission.csv", testRows, sample));
            baseline(contest, release, hidden, files, written).ifPresent(published::add);
            for (ReleaseContent.More more : content.more()) {
                published.add(file(more.name(), more.rows(), write(contest.id(), written, more.content())));
            }
            if (!classes.isEmpty()) {
                published.add(file("classes.csv", classes.size(), write(contest.id(), written, files::classes)));
            }
            attempts.ready(
                    task,
                    report(contest, dataset).passed(release, published),
                    new StagedFiles(published, solution, classes, before),
                    AuditedSteps.of(release.findings()));
            committed = true;
        } finally {
            if (!committed) {
                vault.discard(written);
            }
        }
    }

    /** The predictions of the baseline, if the contest's metric has a score of them. */
    private Optional<ReleaseFile> baseline(
            KnownContest contest, Draft.Release release, Solution hidden, ReleaseFiles files, List<UUID> written) {
        Optional<BaselineRows> rows = release.baseline();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        StoredFile stored = write(contest.id(), written, files::baselineSubmission);
        OptionalDouble score = rehearsed(contest, hidden, stored, Rehearsal::publicScore);
        if (score.isEmpty()) {
            vault.discard(List.of(stored.id()));
            return Optional.empty();
        }
        release.findings()
                .baseline(new Findings.ScoredBaseline(
                        rows.get().model(), contest.task().metric(), score.getAsDouble()));
        return Optional.of(file(BASELINE, release.content().testRows(), stored));
    }

    private void refuse(BackgroundTask task, KnownContest contest, Dataset dataset, Draft.Refusal refusal) {
        attempts.refused(
                task,
                report(contest, dataset).refused(refusal),
                told(refusal.reasons()),
                AuditedSteps.of(refusal.findings()));
    }

    private RiskReport report(KnownContest contest, Dataset dataset) {
        return new RiskReport(contest, dataset, limits, signer);
    }

    private Solution solution(KnownContest contest, List<String> classes, UUID file) {
        try (InputStream truth = vault.open(contest.id(), file)) {
            return SolutionFile.read(truth, contest.id(), Ids.next(), classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes of scoring a file of predictions before anything is released. */
    private <T> T rehearsed(KnownContest contest, Solution hidden, StoredFile predictions, Asking<T> asking) {
        try (InputStream said = vault.open(contest.id(), predictions.id())) {
            return asking.ask(new Rehearsal(contest.task(), contest.maxBytes(), runner), hidden, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A question to a rehearsal. */
    private interface Asking<T> {
        T ask(Rehearsal rehearsal, Solution solution, InputStream predictions);
    }

    private StoredFile write(UUID contestId, List<UUID> written, ReleaseContent.Writing content) {
        try (PendingFile pending = vault.create(contestId)) {
            content.write(pending.stream());
            StoredFile stored = pending.complete();
            written.add(stored.id());
            return stored;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReleaseFile file(String name, long rows, StoredFile stored) {
        return new ReleaseFile(name, stored.id(), stored.bytes(), stored.sha256(), rows);
    }

    private static List<DatasetRefused.Reason> told(List<Reason> reasons) {
        return reasons.stream()
                .map(r -> new DatasetRefused.Reason(r.code(), r.message()))
                .toList();
    }
}
