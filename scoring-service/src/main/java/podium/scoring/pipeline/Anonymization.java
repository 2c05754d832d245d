package podium.scoring.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import podium.scoring.plan.DatasetLimits;
import podium.scoring.plan.HierarchyStore;
import podium.scoring.plan.Plan;
import podium.scoring.privacy.Verdict.Reason;
import podium.scoring.raw.RawFormatException;
import podium.scoring.raw.RawReader;
import podium.scoring.raw.TableReader;
import podium.scoring.sql.SqlRunner;

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
            SqlRunner runner) {
        this.runner = runner;
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
        switch (draft(contest, dataset)) {
            case Draft.Refusal refusal -> refuse(task, contest, dataset, refusal);
            case Draft.Release release -> stage(task, contest, dataset, release);
        }
    }

    private Draft draft(KnownContest contest, Dataset dataset) {
        Plan plan = Objects.requireNonNull(dataset.plan());
        RawFile raw = Objects.requireNonNull(dataset.raw());
        Set<String> published = plan.columns().stream()
                .filter(c -> c.columnClass().published())
                .map(Plan.PlannedColumn::name)
                .collect(Collectors.toSet());
        Map<String, Column> table;
        try (RawReader reader = new RawReader(vault.store().open(raw.fileId()), limits.columns())) {
            table = TableReader.read(reader, published, limits.distinctValues());
        } catch (RawFormatException e) {
            return new Draft.Refusal(
                    null, List.of(new Reason("raw-unusable", String.valueOf(e.getMessage()))), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        UUID contestId = contest.id();
        Draft draft = new Anonymizer(
                        plan,
                        raw.profile(),
                        contest.task(),
                        hierarchies.all(contestId),
                        purpose -> keys.key(contestId, purpose))
                .anonymize(table);
        return draft instanceof Draft.Release release ? trial.tried(contest.task(), release) : draft;
    }

    /** Writes the files into the vault, where they wait for approvals; what was written in vain is deleted. */
    private void stage(BackgroundTask task, KnownContest contest, Dataset dataset, Draft.Release release) {
        ReleaseFiles files = new ReleaseFiles(release);
        List<String> classes = release.form().classes();
        List<UUID> written = new ArrayList<>();
        boolean committed = false;
        try {
            int testRows = release.rows().test().length;
            UUID solution = write(written, files::solution).id();
            StoredFile sample = write(written, files::sampleSubmission);
            List<Reason> flaws = rehearse(contest, classes, solution, sample.id());
            if (!flaws.isEmpty()) {
                refuse(task, contest, dataset, new Draft.Refusal(release.assessment(), flaws, List.of()));
                return;
            }
            List<ReleaseFile> published = new ArrayList<>();
            published.add(file("train.csv", release.rows().train().length, write(written, files::train)));
            published.add(file("test.csv", testRows, write(written, files::test)));
            published.add(file("sample-submission.csv", testRows, sample));
            if (!classes.isEmpty()) {
                published.add(file("classes.csv", classes.size(), write(written, files::classes)));
            }
            attempts.ready(
                    task,
                    new RiskReport(contest, dataset).passed(release, published),
                    new StagedFiles(published, solution, classes));
            committed = true;
        } finally {
            if (!committed) {
                vault.discard(written);
            }
        }
    }

    private void refuse(BackgroundTask task, KnownContest contest, Dataset dataset, Draft.Refusal refusal) {
        attempts.refused(task, new RiskReport(contest, dataset).refused(refusal), told(refusal.reasons()));
    }

    private List<Reason> rehearse(KnownContest contest, List<String> classes, UUID solution, UUID sample) {
        try (InputStream truth = vault.store().open(solution);
                InputStream predictions = vault.store().open(sample)) {
            return new Rehearsal(contest.task(), contest.maxBytes(), runner)
                    .flaws(SolutionFile.read(truth, contest.id(), Ids.next(), classes), predictions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile write(List<UUID> written, Content content) {
        UUID id = Ids.next();
        try (PendingFile pending = vault.store().create(id)) {
            content.write(pending.stream());
            StoredFile stored = pending.complete();
            written.add(id);
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

    /** Writes a file's content. */
    private interface Content {
        void write(OutputStream out) throws IOException;
    }
}
