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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import podium.scoring.dataset.RawFile;
import podium.scoring.dataset.StagedFiles;
import podium.scoring.dataset.StagedFiles.ReleaseFile;
import podium.scoring.dataset.Vault;
import podium.scoring.holdout.SolutionFile;
import podium.scoring.key.ContestKeyStore;
import podium.scoring.key.KeyPurpose;
import podium.scoring.plan.ColumnClass;
import podium.scoring.plan.DatasetLimits;
import podium.scoring.plan.HierarchyStore;
import podium.scoring.plan.Plan;
import podium.scoring.plan.Treatment;
import podium.scoring.privacy.Verdict.Reason;
import podium.scoring.raw.ColumnProfile;
import podium.scoring.raw.ItemsReader;
import podium.scoring.raw.RatingsReader;
import podium.scoring.raw.RatingsTable;
import podium.scoring.raw.RawFormatException;
import podium.scoring.raw.RawReader;
import podium.scoring.raw.TableReader;
import podium.scoring.sql.SqlRunner;
import podium.scoring.stage.Progress;

/** Carries out a plan: from the raw file in the vault to staged files and a report, or to a refusal. */
@ApplicationScoped
public class Anonymization {
    private final ContestStore contests;
    private final DatasetStore datasets;
    private final AttemptStore attempts;
    private final HierarchyStore hierarchies;
    private final ContestKeyStore keys;
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
            HierarchyStore hierarchies,
            ContestKeyStore keys,
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
        this.hierarchies = hierarchies;
        this.keys = keys;
        this.vault = vault;
        this.limits = limits;
        this.trial = trial;
    }

    /** Does the task; its effect and its end are one transaction. */
    void run(BackgroundTask task) {
        KnownContest contest = contests.find(task.contestId()).orElseThrow();
        Dataset dataset = datasets.find(task.contestId());
        switch (draft(task, contest, dataset)) {
            case Draft.Refusal refusal -> refuse(task, contest, dataset, refusal);
            case Draft.Release release -> stage(task, contest, dataset, release);
        }
    }

    private Draft draft(BackgroundTask task, KnownContest contest, Dataset dataset) {
        Plan plan = Objects.requireNonNull(dataset.plan());
        RawFile raw = Objects.requireNonNull(dataset.raw());
        Progress progress = progresses.of(task);
        Draft draft;
        try (RawReader reader = new RawReader(vault.open(contest.id(), raw.fileId()), limits.columns())) {
            draft = switch (plan.treatment()) {
                case Treatment.Table table -> table(contest, plan, table, raw, reader, progress);
                case Treatment.Ratings ratings -> ratings(contest, plan, ratings, dataset, reader, progress);
            };
        } catch (RawFormatException e) {
            return new Draft.Refusal(
                    new Findings(), List.of(new Reason("raw-unusable", String.valueOf(e.getMessage()))), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return draft instanceof Draft.Release release ? trial.tried(contest.task(), release) : draft;
    }

    private Draft table(
            KnownContest contest,
            Plan plan,
            Treatment.Table treatment,
            RawFile raw,
            RawReader reader,
            Progress progress) {
        progress.begin("read", raw.profile().rows());
        Map<String, Column> table = TableReader.read(reader, looked(plan, raw), limits.distinctValues());
        TableDraft made = new Anonymizer(
                        plan,
                        treatment,
                        raw.profile(),
                        contest.task(),
                        hierarchies.all(contest.id()),
                        purpose -> keys.key(contest.id(), purpose),
                        progress)
                .anonymize(table);
        return switch (made) {
            case TableDraft.Refused(Draft.Refusal refusal) -> refusal;
            case TableDraft.Made release ->
                new TableInspection(
                                plan,
                                contest.task(),
                                seed(contest),
                                limits.gate().targets(),
                                progress)
                        .inspected(release, table);
        };
    }

    private Draft ratings(
            KnownContest contest,
            Plan plan,
            Treatment.Ratings treatment,
            Dataset dataset,
            RawReader reader,
            Progress progress) {
        List<Plan.PlannedColumn> times = plan.columns(ColumnClass.TIME);
        RatingsReader.Columns columns = new RatingsReader.Columns(
                treatment.user(),
                treatment.item(),
                contest.task().target(),
                times.isEmpty() ? null : times.getFirst().name(),
                plan.columns(ColumnClass.FEATURE).stream()
                        .map(Plan.PlannedColumn::name)
                        .toList());
        long rows = Objects.requireNonNull(dataset.raw()).profile().rows();
        RatingsTable table = new RatingsReader(reader, columns).read(rows, progress);
        if (dataset.items() != null) {
            table = table.with(attributes(contest, treatment, dataset.items(), table.items(), progress));
        }
        return new RatingsAnonymizer(
                        plan,
                        treatment,
                        contest.task(),
                        purpose -> keys.key(contest.id(), purpose),
                        seed(contest),
                        limits.gate().targets(),
                        Runtime.getRuntime().availableProcessors(),
                        progress)
                .anonymize(table);
    }

    private Map<String, List<String>> attributes(
            KnownContest contest,
            Treatment.Ratings treatment,
            RawFile items,
            Map<String, Integer> codes,
            Progress progress) {
        progress.begin("read-items", items.profile().rows());
        try (RawReader reader = new RawReader(vault.open(contest.id(), items.fileId()), limits.columns())) {
            return ItemsReader.read(reader, treatment.item(), treatment.published(), codes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GateSeed seed(KnownContest contest) {
        return GateSeed.of(keys.key(contest.id(), KeyPurpose.ATTACK));
    }

    /** What is published, what rows are split by, and what may group them, unless it has too many values to be held in memory. */
    private Set<String> looked(Plan plan, RawFile raw) {
        return plan.columns().stream()
                .filter(c -> c.columnClass().published()
                        || c.columnClass() == ColumnClass.TIME
                        || (c.columnClass() == ColumnClass.DIRECT_IDENTIFIER && mayGroup(c.name(), raw)))
                .map(Plan.PlannedColumn::name)
                .collect(Collectors.toSet());
    }

    private boolean mayGroup(String column, RawFile raw) {
        ColumnProfile profile = raw.profile().column(column).orElseThrow();
        return profile.moreDistinct()
                ? raw.profile().rows() <= limits.distinctValues() / 2
                : profile.distinct() < raw.profile().rows();
    }

    /** Writes the files into the vault, where they wait for approvals; what was written in vain is deleted. */
    private void stage(BackgroundTask task, KnownContest contest, Dataset dataset, Draft.Release release) {
        ReleaseFiles files = new ReleaseFiles(release);
        ReleaseContent content = release.content();
        List<String> classes = release.form().classes();
        List<UUID> written = new ArrayList<>();
        boolean committed = false;
        try {
            int testRows = content.testRows();
            UUID solution = write(contest.id(), written, content::solution).id();
            StoredFile sample = write(contest.id(), written, files::sampleSubmission);
            List<Reason> flaws = rehearse(contest, classes, solution, sample.id());
            if (!flaws.isEmpty()) {
                refuse(task, contest, dataset, new Draft.Refusal(release.findings(), flaws, List.of()));
                return;
            }
            List<ReleaseFile> published = new ArrayList<>();
            published.add(file("train.csv", content.trainRows(), write(contest.id(), written, content::train)));
            published.add(file("test.csv", testRows, write(contest.id(), written, content::test)));
            published.add(file("sample-submission.csv", testRows, sample));
            for (ReleaseContent.More more : content.more()) {
                published.add(file(more.name(), more.rows(), write(contest.id(), written, more.content())));
            }
            if (!classes.isEmpty()) {
                published.add(file("classes.csv", classes.size(), write(contest.id(), written, files::classes)));
            }
            attempts.ready(
                    task,
                    report(contest, dataset).passed(release, published),
                    new StagedFiles(published, solution, classes),
                    AuditedSteps.of(release.findings()));
            committed = true;
        } finally {
            if (!committed) {
                vault.discard(written);
            }
        }
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

    private List<Reason> rehearse(KnownContest contest, List<String> classes, UUID solution, UUID sample) {
        try (InputStream truth = vault.open(contest.id(), solution);
                InputStream predictions = vault.open(contest.id(), sample)) {
            return new Rehearsal(contest.task(), contest.maxBytes(), runner)
                    .flaws(SolutionFile.read(truth, contest.id(), Ids.next(), classes), predictions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
