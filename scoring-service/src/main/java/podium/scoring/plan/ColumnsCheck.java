package podium.scoring.plan;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import podium.scoring.contest.Task;
import podium.scoring.plan.Plan.Coding;
import podium.scoring.plan.Plan.PlannedColumn;
import podium.scoring.plan.PlanRequest.ColumnRequest;
import podium.scoring.raw.ColumnProfile;
import podium.scoring.raw.RawProfile;

/** The columns of a plan: each of the raw file has one class, and the label is what the contest predicts. */
final class ColumnsCheck {
    private final RawProfile raw;
    private final Map<String, Integer> topLevels;
    private final Task task;
    private final Violations violations;

    ColumnsCheck(RawProfile raw, Map<String, Integer> topLevels, Task task, Violations violations) {
        this.raw = raw;
        this.topLevels = topLevels;
        this.task = task;
        this.violations = violations;
    }

    /** The columns by name, those that fit and those that do not. */
    Map<String, PlannedColumn> check(List<ColumnRequest> requests) {
        Map<String, PlannedColumn> byName = columns(requests);
        for (ColumnProfile column : raw.columns()) {
            if (!byName.containsKey(column.name())) {
                violations.add(
                        "/columns",
                        "Column \"" + column.name() + "\" is not classified; nothing leaves that nobody looked at.");
            }
        }
        label(byName);
        return byName;
    }

    private Map<String, PlannedColumn> columns(List<ColumnRequest> requests) {
        Map<String, PlannedColumn> byName = new LinkedHashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            String at = "/columns/" + i;
            ColumnRequest request = requests.get(i);
            String name = request == null ? null : request.name();
            if (request == null || name == null) {
                violations.add(at + "/name", "A column needs its name.");
                continue;
            }
            if (raw.column(name).isEmpty()) {
                violations.add(at + "/name", "The raw file has no column \"" + name + "\".");
            }
            Optional<ColumnClass> columnClass =
                    Optional.ofNullable(request.columnClass()).flatMap(ColumnClass::of);
            if (columnClass.isEmpty()) {
                violations.add(at + "/class", "Column \"" + name + "\" needs a class: one of " + words() + ".");
            }
            PlannedColumn column = new PlannedColumn(
                    name, columnClass.orElse(ColumnClass.FREE_TEXT), request.level(), coding(at, name, request));
            columnClass.ifPresent(_ -> level(at, column));
            if (byName.putIfAbsent(name, column) != null) {
                violations.add(at + "/name", "Column \"" + name + "\" is classified twice.");
            }
        }
        return byName;
    }

    private @Nullable Coding coding(String at, String name, ColumnRequest request) {
        BigDecimal bottom = request.bottom();
        BigDecimal top = request.top();
        if (bottom == null && top == null) {
            return null;
        }
        if (raw.column(name).map(column -> !column.numeric()).orElse(false)) {
            violations.add(at, "\"" + name + "\" is not a column of numbers; bottom and top cut off numbers.");
        }
        if (bottom != null && top != null && bottom.compareTo(top) >= 0) {
            violations.add(at + "/bottom", "bottom is less than top.");
        }
        return new Coding(bottom, top);
    }

    private void level(String at, PlannedColumn column) {
        Integer level = column.level();
        if (level == null) {
            return;
        }
        if (column.columnClass() != ColumnClass.QUASI_IDENTIFIER) {
            if (level != 0) {
                violations.add(
                        at + "/level", "Only quasi-identifiers are generalized, \"" + column.name() + "\" is none.");
            }
            return;
        }
        Integer top = topLevels.get(column.name());
        if (level < 0 || (top != null && level > top)) {
            violations.add(
                    at + "/level",
                    "\"" + column.name() + "\" has no level " + level + ". Its hierarchy has the levels 0 to " + top
                            + ".");
        } else if (top == null && level > 1) {
            violations.add(
                    at + "/level",
                    "\"" + column.name() + "\" has no level " + level
                            + ". Without a hierarchy it has the levels 0 (kept) and 1 (*); send a hierarchy first, or"
                            + " leave out the levels of all columns to have the best ones found.");
        }
    }

    private void label(Map<String, PlannedColumn> byName) {
        Optional<ColumnProfile> target = raw.column(task.target());
        if (target.isEmpty()) {
            violations.add(
                    "/columns", "The raw file has no column \"" + task.target() + "\", which the contest predicts.");
            return;
        }
        byName.values().forEach(column -> {
            boolean isLabel = column.columnClass() == ColumnClass.LABEL;
            if (isLabel != column.name().equals(task.target())) {
                violations.add(
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
            violations.add("/columns", "The label is missing in " + target.missing() + " rows; remove these rows.");
        }
        if (task.kind() == Task.Kind.NUMBER && !target.numeric()) {
            violations.add("/columns", "The contest predicts a number, but not every label is one.");
        }
        if (task.kind() == Task.Kind.BINARY && (target.distinct() != 2 || target.moreDistinct())) {
            violations.add(
                    "/columns", "The contest predicts one of two labels, but there are " + target.distinct() + ".");
        }
    }

    private static String words() {
        return String.join(
                ", ", Arrays.stream(ColumnClass.values()).map(ColumnClass::word).toList());
    }
}
