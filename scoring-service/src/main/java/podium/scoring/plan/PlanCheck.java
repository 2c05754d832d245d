package podium.scoring.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import podium.kit.problem.Violation;
import podium.scoring.contest.Task;
import podium.scoring.plan.Plan.Holdout;
import podium.scoring.plan.Plan.PlannedColumn;
import podium.scoring.plan.PlanRequest.ColumnRequest;
import podium.scoring.raw.ColumnProfile;
import podium.scoring.raw.RawProfile;

/**
 * Holds a plan against the raw file's profile, the hierarchies, the contest's task and the operator's limits, and finds
 * everything that is wrong with it at once.
 */
public final class PlanCheck {
    /** The column of the release files with the row's id. */
    public static final String ID = "id";

    private static final int DEFAULT_K = 11;
    private static final BigDecimal DEFAULT_SUPPRESSION = new BigDecimal("0.05");
    private static final BigDecimal DEFAULT_SHARE = new BigDecimal("0.3");

    private final RawProfile raw;
    private final Map<String, Integer> topLevels;
    private final Task task;
    private final DatasetLimits limits;
    private final List<Violation> violations = new ArrayList<>();

    /**
     * @param raw the profile of the raw file
     * @param topLevels the top level of each hierarchy that was uploaded, by column
     */
    public PlanCheck(RawProfile raw, Map<String, Integer> topLevels, Task task, DatasetLimits limits) {
        this.raw = raw;
        this.topLevels = topLevels;
        this.task = task;
        this.limits = limits;
    }

    /** Checks a request; for one use. */
    public PlanReading check(PlanRequest request) {
        Map<String, PlannedColumn> byName = columns(Objects.requireNonNullElse(request.columns(), List.of()));
        unclassified(byName);
        label(byName);
        sizes(byName);
        int k = Objects.requireNonNullElse(request.k(), DEFAULT_K);
        BigDecimal suppression = Objects.requireNonNullElse(request.suppressionLimit(), DEFAULT_SUPPRESSION);
        model(k, suppression);
        Holdout holdout = holdout(request.holdout());
        if (!violations.isEmpty()) {
            return new PlanReading.Flawed(violations);
        }
        List<PlannedColumn> inOrder = raw.columns().stream()
                .map(column -> Objects.requireNonNull(byName.get(column.name())))
                .toList();
        return new PlanReading.Fitting(new Plan(inOrder, k, suppression, holdout));
    }

    private Map<String, PlannedColumn> columns(List<ColumnRequest> requests) {
        Map<String, PlannedColumn> byName = new LinkedHashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            String at = "/columns/" + i;
            ColumnRequest request = requests.get(i);
            String name = request == null ? null : request.name();
            if (request == null || name == null) {
                add(at + "/name", "A column needs its name.");
                continue;
            }
            if (raw.column(name).isEmpty()) {
                add(at + "/name", "The raw file has no column \"" + name + "\".");
            }
            Optional<ColumnClass> columnClass =
                    Optional.ofNullable(request.columnClass()).flatMap(ColumnClass::of);
            if (columnClass.isEmpty()) {
                add(at + "/class", "Column \"" + name + "\" needs a class: one of " + words() + ".");
            }
            PlannedColumn column = new PlannedColumn(
                    name, columnClass.orElse(ColumnClass.FREE_TEXT), Objects.requireNonNullElse(request.level(), 0));
            columnClass.ifPresent(c -> level(at, column, request.level()));
            if (byName.putIfAbsent(name, column) != null) {
                add(at + "/name", "Column \"" + name + "\" is classified twice.");
            }
        }
        return byName;
    }

    private void level(String at, PlannedColumn column, @Nullable Integer asked) {
        if (column.columnClass() != ColumnClass.QUASI_IDENTIFIER) {
            if (asked != null && asked != 0) {
                add(at + "/level", "Only quasi-identifiers are generalized, \"" + column.name() + "\" is none.");
            }
            return;
        }
        int top = topLevels.getOrDefault(column.name(), 1);
        if (column.level() < 0 || column.level() > top) {
            String hierarchy = topLevels.containsKey(column.name())
                    ? "Its hierarchy has the levels 0 to " + top + "."
                    : "Without a hierarchy it has the levels 0 (kept) and 1 (*); send a hierarchy first.";
            add(at + "/level", "\"" + column.name() + "\" has no level " + column.level() + ". " + hierarchy);
        }
    }

    private void unclassified(Map<String, PlannedColumn> byName) {
        for (ColumnProfile column : raw.columns()) {
            if (!byName.containsKey(column.name())) {
                add(
                        "/columns",
                        "Column \"" + column.name() + "\" is not classified; nothing leaves that nobody looked at.");
            }
        }
    }

    private void label(Map<String, PlannedColumn> byName) {
        Optional<ColumnProfile> target = raw.column(task.target());
        if (target.isEmpty()) {
            add("/columns", "The raw file has no column \"" + task.target() + "\", which the contest predicts.");
            return;
        }
        byName.values().forEach(column -> {
            boolean isLabel = column.columnClass() == ColumnClass.LABEL;
            if (isLabel != column.name().equals(task.target())) {
                add(
                        "/columns",
                        isLabel
                                ? "\"" + column.name() + "\" is no label: the contest predicts \"" + task.target()
                                        + "\"."
                                : "\"" + column.name() + "\" has to be the label: the contest predicts it.");
            }
        });
        labelValues(target.get());
    }

    private void labelValues(ColumnProfile target) {
        if (target.missing() > 0) {
            add("/columns", "The label is missing in " + target.missing() + " rows; remove these rows.");
        }
        if (task.kind() == Task.Kind.NUMBER && !target.numeric()) {
            add("/columns", "The contest predicts a number, but not every label is one.");
        }
        if (task.kind() == Task.Kind.BINARY && (target.distinct() != 2 || target.moreDistinct())) {
            add("/columns", "The contest predicts one of two labels, but there are " + target.distinct() + ".");
        }
    }

    private void sizes(Map<String, PlannedColumn> byName) {
        List<PlannedColumn> published = byName.values().stream()
                .filter(c -> c.columnClass().published())
                .toList();
        if (published.stream().allMatch(c -> c.columnClass() == ColumnClass.LABEL)) {
            add("/columns", "Nothing but the label would be published; keep a column to predict from.");
        }
        if (byName.values().stream()
                        .filter(c -> c.columnClass() == ColumnClass.GROUP)
                        .count()
                > 1) {
            add("/columns", "At most one column is the group that is not split.");
        }
        if (published.stream().anyMatch(c -> c.name().equals(ID))) {
            add("/columns", "\"" + ID + "\" is the name of the new row id; drop that column or rename it.");
        }
        if (raw.rows() * published.size() > limits.cells()) {
            add(
                    "/columns",
                    raw.rows() + " rows x " + published.size() + " columns are more than the " + limits.cells()
                            + " cells that are processed here; drop columns or sample rows.");
        }
    }

    private void model(int k, BigDecimal suppression) {
        if (k < limits.kFloor()) {
            add("/k", "k is at least " + limits.kFloor() + " on this platform.");
        } else if (k > raw.rows()) {
            add("/k", "k is larger than the number of rows, " + raw.rows() + ".");
        }
        if (suppression.signum() < 0 || suppression.compareTo(limits.suppressionCeiling()) > 0) {
            add(
                    "/suppressionLimit",
                    "The share of rows left out lies between 0 and "
                            + limits.suppressionCeiling().toPlainString() + " on this platform.");
        }
    }

    private Holdout holdout(PlanRequest.@Nullable HoldoutRequest request) {
        BigDecimal share = request == null || request.share() == null ? DEFAULT_SHARE : request.share();
        BigDecimal publicShare =
                request == null || request.publicShare() == null ? DEFAULT_SHARE : request.publicShare();
        properShare("/holdout/share", share);
        properShare("/holdout/publicShare", publicShare);
        return new Holdout(share, publicShare);
    }

    private void properShare(String pointer, BigDecimal share) {
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0) {
            add(pointer, "A share lies between 0 and 1, both excluded.");
        }
    }

    private static String words() {
        return String.join(
                ", ", Arrays.stream(ColumnClass.values()).map(ColumnClass::word).toList());
    }

    private void add(String pointer, String message) {
        violations.add(new Violation(pointer, message));
    }
}
