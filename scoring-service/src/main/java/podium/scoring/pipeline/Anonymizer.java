package podium.scoring.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import podium.scoring.anonymization.Column;
import podium.scoring.anonymization.Hierarchy;
import podium.scoring.anonymization.HierarchyDerivation;
import podium.scoring.anonymization.KAnonymity;
import podium.scoring.contest.Task;
import podium.scoring.holdout.HoldoutSplit;
import podium.scoring.key.KeyPurpose;
import podium.scoring.key.KeyedOrder;
import podium.scoring.lint.OrderLint;
import podium.scoring.plan.ColumnClass;
import podium.scoring.plan.Plan;
import podium.scoring.plan.Plan.PlannedColumn;
import podium.scoring.plan.PlanCheck;
import podium.scoring.plan.Treatment;
import podium.scoring.privacy.Verdict.Reason;
import podium.scoring.raw.Numerals;
import podium.scoring.raw.RawProfile;
import podium.scoring.raw.TimeText;
import podium.scoring.scoring.TaskForm;
import podium.scoring.stage.Progress;

/**
 * Makes a release of a table as a plan says: split, code, generalize, suppress, give new ids, reorder. Plain computation: the
 * same rows, plan and keys give the same release.
 *
 * <p>The privacy models hold over all rows that are published, training and test rows together: both are published, so the
 * people among whom somebody hides are those of both files. A class that is too small is left out of both.
 */
final class Anonymizer {
    private static final int SHOWN_VALUES = 10;

    private final Plan plan;
    private final Treatment.Table treatment;
    private final RawProfile profile;
    private final Task task;
    private final Map<String, Hierarchy> hierarchies;
    private final Function<KeyPurpose, byte[]> keys;
    private final Progress progress;
    private final Findings findings = new Findings();

    /**
     * @param treatment the plan's, of a table
     * @param hierarchies the hierarchies that were uploaded, by column
     * @param keys the contest's keys
     */
    Anonymizer(
            Plan plan,
            Treatment.Table treatment,
            RawProfile profile,
            Task task,
            Map<String, Hierarchy> hierarchies,
            Function<KeyPurpose, byte[]> keys,
            Progress progress) {
        this.plan = plan;
        this.treatment = treatment;
        this.profile = profile;
        this.task = task;
        this.hierarchies = hierarchies;
        this.keys = keys;
        this.progress = progress;
    }

    /**
     * Makes the release.
     *
     * @param table the columns of the raw file that are published or decide something, by name
     */
    TableDraft anonymize(Map<String, Column> table) {
        Column label = column(table, task.target());
        List<PlannedColumn> planned = plan.columns(ColumnClass.QUASI_IDENTIFIER);
        List<Column> raw = planned.stream().map(c -> coded(table, c)).toList();
        findings.stage(
                "classify",
                Map.of(
                        "columns", plan.columns().size(),
                        "dropped",
                                plan.columns().stream()
                                        .filter(c -> !c.columnClass().published())
                                        .count()),
                label.rows(),
                label.rows());
        TableDraft early = unusable(label, raw);
        if (early != null) {
            return early;
        }
        Split split = split(table, label.rows());
        if (split.reason() != null) {
            return refused(split.reason());
        }
        List<Column> sensitive = plan.columns(ColumnClass.SENSITIVE).stream()
                .map(c -> column(table, c.name()))
                .toList();
        return switch (new Generalizing(treatment, findings, progress)
                .generalized(
                        label.rows(),
                        planned,
                        raw,
                        raw.stream().map(this::hierarchy).toList(),
                        sensitive)) {
            case Generalized.Refused(Reason reason) -> refused(reason);
            case Generalized.Done done -> release(table, label, split, done);
        };
    }

    private TableDraft release(Map<String, Column> table, Column label, Split split, Generalized.Done done) {
        TableRelease.Rows rows = rows(split.hidden(), done.outcome(), truth(label));
        published(rows, done.outcome());
        return switch (TaskForm.of(task, classes(label, rows))) {
            case TaskForm.Unusable(String reason) -> refused(new Reason("metric-unusable", reason + "."));
            case TaskForm.Usable form -> {
                List<Reason> degenerate = new HoldoutCheck(form, label, rows).reasons();
                yield degenerate.isEmpty()
                        ? new TableDraft.Made(
                                new TableRelease(
                                        features(table, done.columns()), published(label), truth(label), rows, form),
                                split,
                                done,
                                form,
                                findings)
                        : new TableDraft.Refused(new Draft.Refusal(findings, degenerate, List.of()));
            }
        };
    }

    private TableDraft refused(Reason reason) {
        return new TableDraft.Refused(new Draft.Refusal(findings, List.of(reason), List.of()));
    }

    private void published(TableRelease.Rows rows, KAnonymity.Outcome outcome) {
        long left = (long) rows.train().length + rows.test().length;
        findings.stage(
                "suppress",
                Map.of("k", treatment.k(), "suppressionLimit", treatment.suppressionLimit()),
                outcome.rows(),
                left);
        findings.stage("pseudonyms", Map.of("ids", "dense, by keyed rank"), left, left);
        findings.stage("order", Map.of("by", "keyed rank of the id"), left, left);
        findings.stage(
                "holdout",
                Map.of(
                        "train", rows.train().length,
                        "test", rows.test().length,
                        "public", rows.publicTest().cardinality()),
                left,
                left);
    }

    /** Top and bottom coding: a number beyond an end becomes that end. */
    private Column coded(Map<String, Column> table, PlannedColumn planned) {
        Column column = column(table, planned.name());
        Plan.Coding coding = planned.coding();
        return coding == null ? column : column.map(value -> coded(value, coding));
    }

    private static String coded(String value, Plan.Coding coding) {
        if (value.isEmpty()) {
            return value;
        }
        BigDecimal number = new BigDecimal(value);
        if (coding.bottom() != null && number.compareTo(coding.bottom()) < 0) {
            return coding.bottom().toPlainString();
        }
        return coding.top() != null && number.compareTo(coding.top()) > 0
                ? coding.top().toPlainString()
                : value;
    }

    /** The classes of the rows that are published; those that only rows had which were left out are nobody's business. */
    private List<String> classes(Column label, TableRelease.Rows rows) {
        if (task.kind() != Task.Kind.CATEGORY) {
            return List.of();
        }
        Column published = published(label);
        return Classes.of(
                task,
                IntStream.concat(IntStream.of(rows.train()), IntStream.of(rows.test()))
                        .mapToObj(published::value));
    }

    /** What can only be seen with the values: labels and hierarchies that do not fit them; null if there is nothing. */
    private @Nullable TableDraft unusable(Column label, List<Column> quasiIdentifiers) {
        List<Reason> reasons = new ArrayList<>();
        List<String> details = new ArrayList<>();
        if (task.kind() == Task.Kind.BINARY && !label.values().contains(task.positiveLabel())) {
            reasons.add(
                    new Reason("label-invalid", "The contest's positive label is not among the labels of the data."));
            details.add("The labels are " + label.values());
        }
        if (!task.classes().isEmpty()) {
            List<String> undeclared = new ArrayList<>(published(label).values());
            undeclared.removeAll(new HashSet<>(task.classes()));
            if (!undeclared.isEmpty()) {
                reasons.add(new Reason(
                        "label-invalid",
                        undeclared.size() + " labels of the data are none of the classes that the contest declares."));
                details.add(task.target() + ": " + shown(undeclared));
            }
        }
        for (Column column : quasiIdentifiers) {
            List<String> unknown = hierarchy(column).unknown(column.values());
            if (!unknown.isEmpty()) {
                reasons.add(new Reason(
                        "hierarchy-incomplete",
                        "The hierarchy of " + column.name() + " does not know " + unknown.size() + " of its "
                                + column.values().size() + " values; add a line for each."));
                details.add(column.name() + ": " + shown(unknown));
            }
        }
        return reasons.isEmpty() ? null : new TableDraft.Refused(new Draft.Refusal(findings, reasons, details));
    }

    private static String shown(List<String> values) {
        return values.stream()
                .limit(SHOWN_VALUES)
                .map(v -> '"' + v + '"')
                .toList()
                .toString();
    }

    private Split split(Map<String, Column> table, int rows) {
        Plan.Holdout holdout = plan.holdout();
        HoldoutSplit keyed = new HoldoutSplit(keys.apply(KeyPurpose.SPLIT));
        Split split =
                switch (holdout.by()) {
                    case ROW -> new Split(keyed.hidden(rows, holdout.share()), null, null);
                    case GROUP -> {
                        Column group = column(
                                table,
                                plan.columns(ColumnClass.GROUP).getFirst().name());
                        yield new Split(
                                keyed.hiddenGroups(rows, group.values().size(), group::code, holdout.share()),
                                null,
                                null);
                    }
                    case TIME ->
                        byTime(column(
                                table, plan.columns(ColumnClass.TIME).getFirst().name()));
                };
        findings.stage(
                "split",
                Map.of(
                        "by",
                        holdout.by().word(),
                        "share",
                        holdout.share(),
                        "hidden",
                        split.hidden().cardinality()),
                rows,
                rows);
        return split;
    }

    private Split byTime(Column time) {
        long[] of = new long[time.values().size()];
        int unknown = 0;
        for (int code = 0; code < of.length; code++) {
            OptionalLong value = TimeText.value(time.values().get(code));
            unknown += value.isEmpty() ? 1 : 0;
            of[code] = value.orElse(0);
        }
        if (unknown > 0) {
            return new Split(
                    new BitSet(),
                    null,
                    new Reason(
                            "time-unreadable",
                            unknown + " values of " + time.name()
                                    + " are no times; write 2026-01-31, 2026-01-31T12:00:00Z or a number."));
        }
        long[] times = IntStream.range(0, time.rows())
                .mapToLong(row -> of[time.code(row)])
                .toArray();
        return new Split(HoldoutSplit.hiddenLatest(times, plan.holdout().share()), times, null);
    }

    /** Draws ids and places; again, at most twice, if chance has it that they tell labels. */
    private TableRelease.Rows rows(BitSet hidden, KAnonymity.Outcome outcome, Column truth) {
        TableRelease.Rows rows = rows(hidden, outcome, "");
        for (String draw : List.of("-2", "-3")) {
            if (!OrderLint.tells(truth, task.kind() != Task.Kind.CATEGORY, rows.train(), rows.test(), rows.ids())) {
                break;
            }
            rows = rows(hidden, outcome, draw);
        }
        return rows;
    }

    private TableRelease.Rows rows(BitSet hidden, KAnonymity.Outcome outcome, String draw) {
        int[] published = IntStream.range(0, outcome.rows())
                .filter(row -> !outcome.isSuppressed(row))
                .toArray();
        int[] ranks = new KeyedOrder(keys.apply(KeyPurpose.ROW_ID), PlanCheck.ID + draw)
                .ranks(published.length, i -> published[i]);
        int[] ids = new int[outcome.rows()];
        for (int i = 0; i < published.length; i++) {
            ids[published[i]] = ranks[i] + 1;
        }
        int[] train = reordered(
                "train" + draw,
                IntStream.of(published).filter(row -> !hidden.get(row)).toArray(),
                ids);
        int[] test = reordered(
                "test" + draw, IntStream.of(published).filter(hidden::get).toArray(), ids);
        HoldoutSplit split = new HoldoutSplit(keys.apply(KeyPurpose.SPLIT));
        BitSet publicTest =
                split.publicRows(test.length, i -> ids[test[i]], plan.holdout().publicShare());
        byte[] blocks = split.blocks(test.length, i -> ids[test[i]], publicTest);
        return new TableRelease.Rows(train, test, ids, publicTest, blocks, hidden.cardinality());
    }

    /** Rows in an order that says nothing about the raw file, nor about their ids. */
    private int[] reordered(String file, int[] rows, int[] ids) {
        int[] order = new KeyedOrder(keys.apply(KeyPurpose.ROW_ORDER), file).order(rows.length, i -> ids[rows[i]]);
        return IntStream.of(order).map(i -> rows[i]).toArray();
    }

    /** The published columns but the label, in the raw file's order. */
    private List<Column> features(Map<String, Column> table, List<Column> generalized) {
        List<Column> features = new ArrayList<>();
        for (PlannedColumn planned : plan.columns()) {
            switch (planned.columnClass()) {
                case QUASI_IDENTIFIER ->
                    features.add(generalized.stream()
                            .filter(c -> c.name().equals(planned.name()))
                            .findFirst()
                            .orElseThrow());
                case FEATURE, SENSITIVE -> features.add(published(column(table, planned.name())));
                case GROUP -> features.add(pseudonymized(column(table, planned.name())));
                case LABEL, DIRECT_IDENTIFIER, TIME, FREE_TEXT -> {
                    // the label is a column of its own, the others are dropped
                }
            }
        }
        return features;
    }

    /** Values as they are; numbers written in the one canonical way. */
    private Column published(Column column) {
        boolean numeric = profile.column(column.name()).orElseThrow().numeric();
        return numeric ? column.map(v -> v.isEmpty() ? v : Numerals.canonical(v)) : column;
    }

    private Column pseudonymized(Column column) {
        int[] ranks = new KeyedOrder(keys.apply(KeyPurpose.PSEUDONYM), column.name())
                .ranks(column.values().size(), code -> code);
        Map<String, String> pseudonyms = new HashMap<>();
        for (int code = 0; code < ranks.length; code++) {
            pseudonyms.put(column.values().get(code), Integer.toString(ranks[code] + 1));
        }
        return column.map(value -> Objects.requireNonNull(pseudonyms.get(value)));
    }

    private Column truth(Column label) {
        return task.kind() == Task.Kind.BINARY
                ? label.map(v -> v.equals(task.positiveLabel()) ? "1" : "0")
                : published(label);
    }

    private Hierarchy hierarchy(Column column) {
        Hierarchy uploaded = hierarchies.get(column.name());
        return uploaded == null ? HierarchyDerivation.of(column) : uploaded;
    }

    private static Column column(Map<String, Column> table, String name) {
        return Objects.requireNonNull(table.get(name), "a published column was read");
    }

    /**
     * Which rows are hidden.
     *
     * @param times the time of each row where the split is by time
     * @param reason why there can be no split, null if there is one
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, read only
    record Split(
            BitSet hidden,
            long @Nullable [] times,
            @Nullable Reason reason) {}
}
