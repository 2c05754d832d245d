package podium.scoring.pipeline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import podium.scoring.anonymization.Column;
import podium.scoring.anonymization.EquivalenceClasses;
import podium.scoring.contest.Task;
import podium.scoring.lint.LeakLints;
import podium.scoring.lint.LintedTable;
import podium.scoring.pipeline.EarlierReleases.Earlier;
import podium.scoring.pipeline.EarlierReleases.EarlierTable;
import podium.scoring.plan.ColumnClass;
import podium.scoring.plan.Plan;
import podium.scoring.privacy.AttackGate;
import podium.scoring.privacy.GateCell;
import podium.scoring.privacy.LinkageAttack;
import podium.scoring.privacy.Membership;
import podium.scoring.privacy.MembershipAttack;
import podium.scoring.privacy.ReleaseJoin;
import podium.scoring.privacy.ReleasedTable;
import podium.scoring.privacy.Verdict.Reason;
import podium.scoring.stage.Progress;
import podium.scoring.utility.Measured;
import podium.scoring.utility.TableUtility;
import podium.scoring.utility.Utility;

/**
 * Looks at a table before it may leave: leak lints, the linkage attack, utility. All three are done whatever one of them finds, so
 * that an organizer is told everything at once.
 */
final class TableInspection {
    private final Plan plan;
    private final Task task;
    private final GateSeed seed;
    private final int targets;
    private final Earlier<EarlierTable> earlier;
    private final Progress progress;

    /**
     * @param targets how many people are attacked
     * @param earlier what the same organizers released before
     */
    TableInspection(
            Plan plan, Task task, GateSeed seed, int targets, Earlier<EarlierTable> earlier, Progress progress) {
        this.plan = plan;
        this.task = task;
        this.seed = seed;
        this.targets = targets;
        this.earlier = earlier;
        this.progress = progress;
    }

    /** The release if nothing stands in its way, otherwise its refusal. */
    Draft inspected(TableDraft.Made made, Map<String, Column> table) {
        Findings findings = made.findings();
        List<Reason> reasons = new ArrayList<>();
        TableRelease release = made.release();
        findings.linted(LeakLints.of(linted(made, table), seed.value(), progress));
        reasons.addAll(Reasons.ofLints(findings.lints()));
        if (!made.generalized().raw().isEmpty()) {
            attack(made, findings);
            reasons.addAll(new AttackGate(
                            plan.gate().population().doubleValue(),
                            plan.gate().members().doubleValue())
                    .reasons(findings.cells()));
        }
        Membership membership = membership(made, table);
        findings.membership(membership);
        if (plan.gate().membership() != null) {
            membership.reason(plan.gate().membership().doubleValue()).ifPresent(reasons::add);
        }
        findings.unique(uniqueness(release));
        Measured measured = utility(made, table);
        Utility utility = measured.utility();
        findings.useful(utility);
        reasons.addAll(Reasons.ofUtility(utility, plan.gate().utility()));
        return reasons.isEmpty()
                ? new Draft.Release(
                        release,
                        made.form(),
                        findings,
                        BaselineRows.of(
                                utility.baseline(),
                                made.form(),
                                measured.baseline(),
                                place -> release.rows().test()[place],
                                task.kind() == Task.Kind.NUMBER
                                        ? List.of()
                                        : release.truth().values()))
                : new Draft.Refusal(findings, reasons, List.of());
    }

    private void attack(TableDraft.Made made, Findings findings) {
        TableRelease.Rows rows = made.release().rows();
        LinkageAttack attack = new LinkageAttack(
                rows.ids().length, made.generalized().raw(), made.generalized().columns(), published(rows));
        List<GateCell> cells = new ArrayList<>(attack.cells(targets, seed.value(), progress));
        ReleasedTable released = made.released(plan);
        for (EarlierTable before : earlier.given()) {
            cells.addAll(
                    new ReleaseJoin(released, before.table(), before.contest()).cells(targets, seed.value(), progress));
        }
        findings.attacked(cells, seed.commitment());
        findings.joined(earlier.given().stream().map(EarlierTable::contest).toList(), earlier.leftOut());
    }

    /** What somebody learns who has whole records; a group's pseudonym is in nobody's record. */
    private Membership membership(TableDraft.Made made, Map<String, Column> table) {
        TableRelease release = made.release();
        List<Column> coded = made.generalized().raw();
        List<Column> released = release.features().stream()
                .filter(column -> plan.columns(ColumnClass.GROUP).stream()
                        .noneMatch(group -> group.name().equals(column.name())))
                .toList();
        List<Column> raw = released.stream()
                .map(column -> coded.stream()
                        .filter(known -> known.name().equals(column.name()))
                        .findFirst()
                        .orElseGet(() -> table.getOrDefault(column.name(), column)))
                .toList();
        progress.begin("membership", 0);
        return new MembershipAttack(release.rows().ids().length, raw, released, published(release.rows()))
                .attack(targets, seed.value());
    }

    private static BitSet published(TableRelease.Rows rows) {
        BitSet published = new BitSet();
        IntStream.concat(IntStream.of(rows.train()), IntStream.of(rows.test())).forEach(published::set);
        return published;
    }

    private static Findings.Uniqueness uniqueness(TableRelease release) {
        TableRelease.Rows rows = release.rows();
        EquivalenceClasses classes = EquivalenceClasses.of(rows.ids().length, release.features());
        int[] published = IntStream.concat(IntStream.of(rows.train()), IntStream.of(rows.test()))
                .toArray();
        int[] counts = new int[classes.count()];
        for (int row : published) {
            counts[classes.classOf(row)]++;
        }
        int unique = (int) IntStream.of(counts).filter(count -> count == 1).count();
        return new Findings.Uniqueness(published.length, unique);
    }

    private LintedTable linted(TableDraft.Made made, Map<String, Column> table) {
        TableRelease release = made.release();
        Set<String> looked = new HashSet<>();
        for (Plan.PlannedColumn column : plan.columns()) {
            if (column.columnClass() != ColumnClass.LABEL && column.columnClass() != ColumnClass.FREE_TEXT) {
                looked.add(column.name());
            }
        }
        List<Column> raw = table.values().stream()
                .filter(column -> looked.contains(column.name()))
                .toList();
        List<Plan.PlannedColumn> groups = plan.columns(ColumnClass.GROUP);
        return new LintedTable(
                release.features(),
                raw,
                release.truth(),
                task.kind() != Task.Kind.CATEGORY,
                release.rows().train(),
                release.rows().test(),
                release.rows().ids(),
                groups.isEmpty() ? null : groups.getFirst().name(),
                made.split().times(),
                // The sample says the same of each row: it follows from the task alone.
                new double[release.testRows()]);
    }

    private Measured utility(TableDraft.Made made, Map<String, Column> table) {
        TableRelease release = made.release();
        List<Column> raw = release.features().stream()
                .map(column -> table.getOrDefault(column.name(), column))
                .toList();
        BitSet hidden = made.split().hidden();
        TableUtility utility = new TableUtility(
                release.rows().ids().length,
                raw,
                release.features(),
                IntStream.range(0, release.rows().ids().length)
                        .filter(row -> !hidden.get(row))
                        .toArray(),
                release.rows().train(),
                release.rows().test());
        Column truth = release.truth();
        return task.kind() == Task.Kind.NUMBER
                ? utility.numbers(
                        IntStream.range(0, truth.rows())
                                .mapToDouble(row -> Double.parseDouble(truth.value(row)))
                                .toArray(),
                        progress)
                : utility.classes(truth, progress);
    }
}
