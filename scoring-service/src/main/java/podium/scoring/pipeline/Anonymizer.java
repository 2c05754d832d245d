package podium.scoring.pipeline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import podium.scoring.anonymization.Column;
import podium.scoring.anonymization.FullDomainGeneralization;
import podium.scoring.anonymization.Hierarchy;
import podium.scoring.anonymization.KAnonymity;
import podium.scoring.contest.Task;
import podium.scoring.holdout.HoldoutSplit;
import podium.scoring.key.KeyPurpose;
import podium.scoring.key.KeyedOrder;
import podium.scoring.plan.ColumnClass;
import podium.scoring.plan.Plan;
import podium.scoring.plan.Plan.PlannedColumn;
import podium.scoring.plan.PlanCheck;
import podium.scoring.privacy.PrivacyGate;
import podium.scoring.privacy.Verdict;
import podium.scoring.privacy.Verdict.Reason;
import podium.scoring.raw.Numerals;
import podium.scoring.raw.RawProfile;

/**
 * Makes a release of raw rows as a plan says: split, generalize, check, give new ids, reorder. Plain computation: the same
 * rows, plan and keys give the same release.
 *
 * <p>k-anonymity holds over all rows that are published, training and test rows together: both are published, so the people
 * among whom somebody hides are those of both files. A class that is too small is left out of both.
 */
final class Anonymizer {
    private static final int SHOWN_VALUES = 10;

    private final Plan plan;
    private final RawProfile profile;
    private final Task task;
    private final Map<String, Hierarchy> hierarchies;
    private final Function<KeyPurpose, byte[]> keys;

    /**
     * @param hierarchies the hierarchies that were uploaded, by column
     * @param keys the contest's keys
     */
    Anonymizer(
            Plan plan,
            RawProfile profile,
            Task task,
            Map<String, Hierarchy> hierarchies,
            Function<KeyPurpose, byte[]> keys) {
        this.plan = plan;
        this.profile = profile;
        this.task = task;
        this.hierarchies = hierarchies;
        this.keys = keys;
    }

    /**
     * Makes the release.
     *
     * @param table the published columns of the raw file, by name
     */
    Draft anonymize(Map<String, Column> table) {
        Column label = column(table, task.target());
        List<PlannedColumn> quasiIdentifiers = plan.columns(ColumnClass.QUASI_IDENTIFIER);
        List<Column> values =
                quasiIdentifiers.stream().map(c -> column(table, c.name())).toList();
        Draft.Refusal early = unusable(label, values);
        if (!early.reasons().isEmpty()) {
            return early;
        }
        FullDomainGeneralization generalization = new FullDomainGeneralization(
                label.rows(), values, values.stream().map(this::hierarchy).toList());
        List<Integer> levels =
                quasiIdentifiers.stream().map(PlannedColumn::level).toList();
        BitSet hidden = hidden(table, label.rows());
        PrivacyGate gate = new PrivacyGate(new KAnonymity(plan.k(), plan.suppressionLimit()));
        PrivacyGate.Assessment assessment = gate.assess(generalization, levels);
        if (assessment.verdict() instanceof Verdict.Refused refused) {
            return new Draft.Refusal(assessment, refused.reasons(), List.of());
        }
        Draft.Rows rows = rows(hidden, assessment.outcome());
        List<Reason> degenerate = new HoldoutCheck(task, label, rows).reasons();
        if (!degenerate.isEmpty()) {
            return new Draft.Refusal(assessment, degenerate, List.of());
        }
        return new Draft.Release(
                features(table, generalization.columnsAt(levels)), published(label), truth(label), rows, assessment);
    }

    /** What can only be seen with the values: labels and hierarchies that do not fit them. */
    private Draft.Refusal unusable(Column label, List<Column> quasiIdentifiers) {
        List<Reason> reasons = new ArrayList<>();
        List<String> details = new ArrayList<>();
        if (task.kind() == Task.Kind.BINARY && !label.values().contains(task.positiveLabel())) {
            reasons.add(
                    new Reason("label-invalid", "The contest's positive label is not among the labels of the data."));
            details.add("The labels are " + label.values());
        }
        for (Column column : quasiIdentifiers) {
            List<String> unknown = hierarchy(column).unknown(column.values());
            if (!unknown.isEmpty()) {
                reasons.add(new Reason(
                        "hierarchy-incomplete",
                        "The hierarchy of " + column.name() + " does not know " + unknown.size() + " of its "
                                + column.values().size() + " values; add a line for each."));
                details.add(column.name() + ": "
                        + unknown.stream()
                                .limit(SHOWN_VALUES)
                                .map(v -> '"' + v + '"')
                                .toList());
            }
        }
        return new Draft.Refusal(null, reasons, details);
    }

    private BitSet hidden(Map<String, Column> table, int rows) {
        HoldoutSplit split = new HoldoutSplit(keys.apply(KeyPurpose.SPLIT));
        List<PlannedColumn> groups = plan.columns(ColumnClass.GROUP);
        if (groups.isEmpty()) {
            return split.hidden(rows, plan.holdout().share());
        }
        Column group = column(table, groups.getFirst().name());
        return split.hiddenGroups(
                rows, group.values().size(), group::code, plan.holdout().share());
    }

    private Draft.Rows rows(BitSet hidden, KAnonymity.Outcome outcome) {
        int[] published = IntStream.range(0, outcome.rows())
                .filter(row -> !outcome.isSuppressed(row))
                .toArray();
        int[] ranks =
                new KeyedOrder(keys.apply(KeyPurpose.ROW_ID), PlanCheck.ID).ranks(published.length, i -> published[i]);
        int[] ids = new int[outcome.rows()];
        for (int i = 0; i < published.length; i++) {
            ids[published[i]] = ranks[i] + 1;
        }
        int[] train = reordered(
                "train", IntStream.of(published).filter(row -> !hidden.get(row)).toArray(), ids);
        int[] test =
                reordered("test", IntStream.of(published).filter(hidden::get).toArray(), ids);
        HoldoutSplit split = new HoldoutSplit(keys.apply(KeyPurpose.SPLIT));
        BitSet publicTest =
                split.publicRows(test.length, i -> ids[test[i]], plan.holdout().publicShare());
        byte[] blocks = split.blocks(test.length, i -> ids[test[i]], publicTest);
        return new Draft.Rows(train, test, ids, publicTest, blocks, hidden.cardinality());
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
        return uploaded == null ? Hierarchy.flat(column.values()) : uploaded;
    }

    private static Column column(Map<String, Column> table, String name) {
        return Objects.requireNonNull(table.get(name), "a published column was read");
    }
}
