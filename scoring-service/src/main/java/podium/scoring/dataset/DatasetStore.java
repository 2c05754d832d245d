package podium.scoring.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import podium.kit.id.Ids;
import podium.kit.problem.Problems;
import podium.kit.signal.Signals;
import podium.kit.time.TimeSource;
import podium.scoring.anonymization.Hierarchy;
import podium.scoring.background.BackgroundTask;
import podium.scoring.background.TaskStore;
import podium.scoring.contest.KnownContest;
import podium.scoring.dataset.DatasetAudited.Step;
import podium.scoring.plan.DatasetLimits;
import podium.scoring.plan.HierarchyStore;
import podium.scoring.plan.HierarchyText;
import podium.scoring.plan.PlanCheck;
import podium.scoring.plan.PlanReading;
import podium.scoring.plan.PlanRequest;
import podium.scoring.plan.Treatment;

/** What people do to a dataset. Each step locks the dataset's row, and tells of itself in the same transaction. */
@ApplicationScoped
public class DatasetStore {
    /** Hears the id of a contest whenever its dataset has changed. */
    public static final String CHANNEL = "dataset";

    private final EntityManager entities;
    private final HierarchyStore hierarchies;
    private final DatasetEventStore events;
    private final TaskStore tasks;
    private final DatasetLimits limits;
    private final TimeSource time;
    private final Signals signals;

    @Inject
    DatasetStore(
            EntityManager entities,
            HierarchyStore hierarchies,
            DatasetEventStore events,
            TaskStore tasks,
            DatasetLimits limits,
            TimeSource time,
            Signals signals) {
        this.entities = entities;
        this.hierarchies = hierarchies;
        this.events = events;
        this.tasks = tasks;
        this.limits = limits;
        this.time = time;
        this.signals = signals;
    }

    /** Where a contest's data stands. */
    @Transactional
    public Dataset find(UUID contestId) {
        return Optional.ofNullable(entities.find(DatasetEntity.class, contestId))
                .map(DatasetEntity::dataset)
                .orElseGet(() -> Dataset.none(contestId));
    }

    /** The approvals of an attempt, in their order. */
    @Transactional
    public List<Approval> approvals(UUID attemptId) {
        List<?> rows = entities.createNativeQuery("""
                        select subject_id, approved_at from dataset_approval
                        where attempt_id = :attempt order by approved_at, subject_id""", Tuple.class)
                .setParameter("attempt", attemptId)
                .getResultList();
        return rows.stream()
                .map(row -> (Tuple) row)
                .map(row -> new Approval(row.get("subject_id", String.class), row.get("approved_at", Instant.class)))
                .toList();
    }

    /** Refuses early what {@link #takeRaw} and {@link #takeHierarchy} would refuse after the transfer. */
    @Transactional
    public void requireReplaceable(UUID contestId) {
        requireReplaceable(find(contestId).state());
    }

    /** The same in the caller's transaction: until it ends no plan begins to be carried out. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void holdReplaceable(UUID contestId) {
        requireReplaceable(lock(contestId).state);
    }

    /**
     * Takes a raw file in place of the one of its kind that was there; what was made of that one counts no more.
     *
     * @return files of the vault that nothing refers to any more
     */
    @Transactional
    public List<UUID> takeRaw(UUID contestId, RawKind kind, RawFile raw, String actor) {
        DatasetEntity dataset = lock(contestId);
        requireReplaceable(dataset.state);
        List<UUID> obsolete = stagedFiles(dataset);
        RawFile before = kind == RawKind.RAW ? dataset.raw : dataset.items;
        if (before != null) {
            obsolete.add(before.fileId());
        }
        if (kind == RawKind.RAW) {
            dataset.raw = raw;
        } else {
            dataset.items = raw;
        }
        forgetAttempt(dataset);
        events.audited(
                contestId,
                Step.RAW_RECEIVED,
                actor,
                Map.of(
                        "file",
                        kind.word(),
                        "sha256",
                        raw.sha256(),
                        "bytes",
                        Long.toString(raw.bytes()),
                        "rows",
                        Long.toString(raw.profile().rows())),
                raw.uploadedAt());
        changed(contestId);
        return obsolete;
    }

    /**
     * Drops the raw file about the items; what was made of it counts no more.
     *
     * @return files of the vault that nothing refers to any more
     */
    @Transactional
    public List<UUID> dropItems(UUID contestId, String actor) {
        DatasetEntity dataset = lock(contestId);
        requireReplaceable(dataset.state);
        RawFile items = dataset.items;
        if (items == null) {
            return List.of();
        }
        List<UUID> obsolete = stagedFiles(dataset);
        obsolete.add(items.fileId());
        dataset.items = null;
        forgetAttempt(dataset);
        events.audited(
                contestId,
                Step.RAW_DROPPED,
                actor,
                Map.of("file", RawKind.ITEMS.word(), "sha256", items.sha256()),
                time.now());
        changed(contestId);
        return obsolete;
    }

    /**
     * Takes a hierarchy for a column; an attempt that was made without it counts no more.
     *
     * @return files of the vault that nothing refers to any more
     */
    @Transactional
    public List<UUID> takeHierarchy(
            UUID contestId, String column, HierarchyText text, Hierarchy hierarchy, String actor) {
        DatasetEntity dataset = lock(contestId);
        requireReplaceable(dataset.state);
        List<UUID> obsolete = stagedFiles(dataset);
        Instant now = time.now();
        hierarchies.put(contestId, column, text, hierarchy, now);
        forgetAttempt(dataset);
        events.audited(
                contestId,
                Step.HIERARCHY_RECEIVED,
                actor,
                Map.of("column", column, "sha256", text.sha256(), "levels", Integer.toString(hierarchy.topLevel() + 1)),
                now);
        changed(contestId);
        return obsolete;
    }

    /**
     * Takes a plan in place of the one that was there and has it carried out, if it fits.
     *
     * @return what came of checking it, and the files of the vault that nothing refers to any more
     */
    @Transactional
    public PlanTaken takePlan(KnownContest contest, PlanRequest request, String actor) {
        DatasetEntity dataset = lock(contest.id());
        requireReplaceable(dataset.state);
        requireNothingArrives(contest.id());
        RawFile raw = dataset.raw;
        if (raw == null) {
            throw Problems.conflict("no-raw-data", "Send the raw file first: POST text/csv to the dataset.");
        }
        PlanReading reading = new PlanCheck(
                        raw.profile(),
                        dataset.items == null ? null : dataset.items.profile(),
                        HierarchyStore.topLevels(hierarchies.infos(contest.id())),
                        contest.task(),
                        limits)
                .check(request);
        if (!(reading instanceof PlanReading.Fitting fitting)) {
            return new PlanTaken(reading, List.of());
        }
        List<UUID> obsolete = stagedFiles(dataset);
        UUID attempt = Ids.next();
        dataset.forgetAttempt();
        dataset.attemptId = attempt;
        dataset.plan = fitting.plan();
        dataset.state = DatasetState.PROCESSING;
        tasks.add(contest.id(), attempt, BackgroundTask.Kind.ANONYMIZE);
        events.audited(
                contest.id(),
                Step.PLAN_RECEIVED,
                actor,
                Map.of(
                        "attempt",
                        attempt.toString(),
                        "treatment",
                        fitting.plan().treatment() instanceof Treatment.Table ? "table" : "ratings"),
                time.now());
        changed(contest.id());
        return new PlanTaken(reading, obsolete);
    }

    /**
     * Takes a person's approval of exactly this report. The last one that is needed has the files published.
     *
     * @throws podium.kit.problem.ProblemException 409 {@code not-awaiting-approval}, {@code report-changed},
     *     {@code already-approved}, {@code upload-unfinished}, {@code release-since} if the same organizers released, or
     *     are about to, what the attacker was not given
     */
    @Transactional
    public void approve(UUID contestId, String reportSha256, String actor) {
        DatasetEntity dataset = lock(contestId);
        UUID attempt = dataset.attemptId;
        if (dataset.state != DatasetState.AWAITING_APPROVAL || attempt == null) {
            throw Problems.conflict(
                    "not-awaiting-approval",
                    "There is nothing to approve: the dataset is " + dataset.state.word() + ".");
        }
        if (!reportSha256.equals(dataset.reportSha256)) {
            throw Problems.conflict("report-changed", "This is not the report in force; read it and approve that one.")
                    .with("reportSha256", Objects.requireNonNull(dataset.reportSha256));
        }
        requireNothingArrives(contestId);
        requireAllAttackedTogether(dataset);
        Instant now = time.now();
        int inserted = entities.createNativeQuery("""
                        insert into dataset_approval (attempt_id, subject_id, approved_at)
                        values (:attempt, :subject, :at) on conflict do nothing""")
                .setParameter("attempt", attempt)
                .setParameter("subject", actor)
                .setParameter("at", now)
                .executeUpdate();
        if (inserted == 0) {
            throw Problems.conflict(
                    "already-approved", "You have approved this already; another organizer has to approve it too.");
        }
        events.audited(contestId, Step.APPROVED, actor, Map.of("reportSha256", reportSha256), now);
        if (approvals(attempt).size() >= limits.approvalsNeeded()) {
            dataset.state = DatasetState.PROCESSING;
            tasks.add(contestId, attempt, BackgroundTask.Kind.RELEASE);
        }
        changed(contestId);
    }

    /** The files of the vault that some dataset refers to. */
    @Transactional
    public Set<UUID> vaultFiles() {
        Set<UUID> referred = new HashSet<>();
        List<?> rows = entities.createNativeQuery("""
                        select cast(raw ->> 'fileId' as uuid) from dataset where raw is not null
                        union select cast(items ->> 'fileId' as uuid) from dataset where items is not null
                        union select cast(staged ->> 'solutionFile' as uuid) from dataset where staged is not null
                        union select solution_file from rescore where solution_file is not null and state <> 'discarded'
                        union select file_id from upload_part
                        union select cast(file ->> 'fileId' as uuid)
                            from dataset cross join lateral jsonb_array_elements(staged -> 'files') as files(file)
                            where staged is not null""", UUID.class).getResultList();
        rows.forEach(row -> referred.add((UUID) row));
        return referred;
    }

    /** The dataset's row, locked until the transaction ends; made if it is not there. */
    DatasetEntity lock(UUID contestId) {
        entities.createNativeQuery(
                        "insert into dataset (contest_id, state) values (:contest, 'none') on conflict do nothing")
                .setParameter("contest", contestId)
                .executeUpdate();
        return Objects.requireNonNull(entities.find(DatasetEntity.class, contestId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Wakes those who wait for a change. */
    public void changed(UUID contestId) {
        signals.send(CHANNEL, contestId.toString());
    }

    /**
     * Two releases that each were attacked without the other could tell together what neither tells. Approvals are therefore given one
     * after the other, and one that leads to a release is seen by the next.
     */
    private void requireAllAttackedTogether(DatasetEntity dataset) {
        entities.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('podium release', 0))) held")
                .getSingleResult();
        List<UUID> attacked = Objects.requireNonNull(dataset.staged).earlier();
        List<String> others = released(dataset.contestId).stream()
                .filter(other -> !attacked.contains(other.contest()))
                .map(Earlier::slug)
                .toList();
        if (!others.isEmpty()) {
            throw Problems.conflict(
                            "release-since",
                            "Contests with an organizer in common released data since the attack: send the plan again, so that it is"
                                    + " attacked together with them.")
                    .with("contests", others);
        }
    }

    /** The contests with an organizer in common whose data are released or will be, whatever happens: their last approval is given. */
    @Transactional
    public List<Earlier> released(UUID contestId) {
        List<?> rows = entities.createNativeQuery("""
                        select c.id, c.slug from contest c join dataset d on d.contest_id = c.id
                        where c.id <> :contest
                            and c.organizers && (select organizers from contest where id = :contest)
                            and (d.state = 'released' or exists (
                                select from dataset_task t
                                where t.attempt_id = d.attempt_id and t.kind = 'release' and t.done_at is null))
                        order by c.id""", Tuple.class)
                .setParameter("contest", contestId)
                .getResultList();
        return rows.stream()
                .map(row -> (Tuple) row)
                .map(row -> new Earlier(row.get("id", UUID.class), row.get("slug", String.class)))
                .toList();
    }

    /**
     * A contest that released data, or will.
     *
     * @param slug its name in URLs
     */
    public record Earlier(UUID contest, String slug) {}

    private void requireNothingArrives(UUID contestId) {
        Object arriving = entities.createNativeQuery(
                        "select exists(select from parted_upload where owner_id = :contest and state = 'complete')")
                .setParameter("contest", contestId)
                .getSingleResult();
        if (Boolean.TRUE.equals(arriving)) {
            throw Problems.conflict(
                            "upload-unfinished", "A raw file has arrived and is being looked at; wait for its result.")
                    .header("Retry-After", "1");
        }
    }

    private static void forgetAttempt(DatasetEntity dataset) {
        dataset.forgetAttempt();
        dataset.state = dataset.raw == null ? DatasetState.NONE : DatasetState.RAW;
    }

    private static List<UUID> stagedFiles(DatasetEntity dataset) {
        List<UUID> files = new ArrayList<>();
        if (dataset.staged != null) {
            files.addAll(dataset.staged.vaultFiles());
        }
        return files;
    }

    private static void requireReplaceable(DatasetState state) {
        if (state == DatasetState.RELEASED) {
            throw Problems.conflict("dataset-released", "The data is released; it cannot be changed any more.");
        }
        if (state == DatasetState.PROCESSING) {
            throw Problems.conflict("dataset-busy", "An attempt is being processed; wait for its result.")
                    .header("Retry-After", "1");
        }
    }

    /**
     * What came of a plan.
     *
     * @param reading whether it fits
     * @param obsolete files of the vault that nothing refers to any more
     */
    public record PlanTaken(PlanReading reading, List<UUID> obsolete) {
        public PlanTaken {
            obsolete = List.copyOf(obsolete);
        }
    }
}
