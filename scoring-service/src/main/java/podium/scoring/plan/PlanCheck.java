package podium.scoring.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import podium.scoring.contest.Task;
import podium.scoring.plan.Plan.GateRules;
import podium.scoring.plan.Plan.Holdout;
import podium.scoring.plan.Plan.PlannedColumn;
import podium.scoring.plan.Plan.SplitBy;
import podium.scoring.raw.RawProfile;

/**
 * Holds a plan against the raw file's profile, the hierarchies, the contest's task and the operator's limits, and finds
 * everything that is wrong with it at once.
 */
public final class PlanCheck {
    /** The column of the release files with the row's id. */
    public static final String ID = "id";

    private static final BigDecimal CHANCE = new BigDecimal("0.5");
    private static final BigDecimal DEFAULT_SHARE = new BigDecimal("0.3");

    private final RawProfile raw;
    private final @Nullable RawProfile items;
    private final Map<String, Integer> topLevels;
    private final Task task;
    private final DatasetLimits limits;
    private final Violations violations = new Violations();

    /**
     * @param raw the profile of the raw file
     * @param items the profile of the file about the items, null if there is none
     * @param topLevels the top level of each hierarchy that was uploaded, by column
     */
    public PlanCheck(
            RawProfile raw,
            @Nullable RawProfile items,
            Map<String, Integer> topLevels,
            Task task,
            DatasetLimits limits) {
        this.raw = raw;
        this.items = items;
        this.topLevels = topLevels;
        this.task = task;
        this.limits = limits;
    }

    /** Checks a request; for one use. */
    public PlanReading check(PlanRequest request) {
        Map<String, PlannedColumn> byName = new ColumnsCheck(raw, topLevels, task, violations)
                .check(Objects.requireNonNullElse(request.columns(), List.of()));
        sizes(byName);
        PlanRequest.RatingsRequest ratings = request.ratings();
        Treatment treatment = ratings == null
                ? new TableCheck(raw, limits, violations).check(request, byName.values())
                : new RatingsCheck(task, items, violations).check(request, ratings, byName);
        if (ratings == null && items != null) {
            violations.add("/ratings", "There is a file about items, but tables have none; drop it: DELETE .../items.");
        }
        if (treatment instanceof Treatment.Ratings rated && items != null) {
            long cells = items.rows() * rated.published().size();
            if (cells > limits.cells()) {
                violations.add(
                        "/ratings/attributes",
                        cells + " attributes of items are more than the " + limits.cells()
                                + " cells that are processed here; drop columns.");
            }
        }
        Holdout holdout = holdout(request.holdout(), byName, treatment);
        GateRules gate = gate(request.gate(), treatment);
        if (!violations.none()) {
            return new PlanReading.Flawed(violations.all());
        }
        List<PlannedColumn> inOrder = raw.columns().stream()
                .map(column -> Objects.requireNonNull(byName.get(column.name())))
                .toList();
        return new PlanReading.Fitting(new Plan(inOrder, treatment, holdout, gate));
    }

    private void sizes(Map<String, PlannedColumn> byName) {
        List<PlannedColumn> published = byName.values().stream()
                .filter(c -> c.columnClass().published())
                .toList();
        if (published.stream().allMatch(c -> c.columnClass() == ColumnClass.LABEL)) {
            violations.add("/columns", "Nothing but the label would be published; keep a column to predict from.");
        }
        if (published.stream().anyMatch(c -> c.name().equals(ID))) {
            violations.add("/columns", "\"" + ID + "\" is the name of the new row id; drop that column or rename it.");
        }
        if (raw.rows() * published.size() > limits.cells()) {
            violations.add(
                    "/columns",
                    raw.rows() + " rows x " + published.size() + " columns are more than the " + limits.cells()
                            + " cells that are processed here; drop columns or sample rows.");
        }
    }

    private Holdout holdout(
            PlanRequest.@Nullable HoldoutRequest request, Map<String, PlannedColumn> columns, Treatment treatment) {
        BigDecimal share = request == null || request.share() == null ? DEFAULT_SHARE : request.share();
        BigDecimal publicShare =
                request == null || request.publicShare() == null ? DEFAULT_SHARE : request.publicShare();
        properShare("/holdout/share", share);
        properShare("/holdout/publicShare", publicShare);
        return new Holdout(share, publicShare, splitBy(request == null ? null : request.by(), columns, treatment));
    }

    /** Where nothing is said, a table's group is not split, and ratings are hidden one by one. */
    private SplitBy splitBy(@Nullable String word, Map<String, PlannedColumn> columns, Treatment treatment) {
        boolean grouped = has(columns, ColumnClass.GROUP);
        if (word == null) {
            return grouped && treatment instanceof Treatment.Table ? SplitBy.GROUP : SplitBy.ROW;
        }
        SplitBy by = Treatment.of(SplitBy.values(), word);
        if (by == null) {
            violations.add("/holdout/by", "Rows are hidden by row, group or time.");
            return SplitBy.ROW;
        }
        if (by == SplitBy.GROUP && !grouped) {
            violations.add("/holdout/by", "No column is a group, so rows cannot be hidden by group.");
        }
        if (by == SplitBy.ROW && grouped && treatment instanceof Treatment.Table) {
            violations.add("/holdout/by", "A column is a group, and a group is never split: hide by group.");
        }
        if (by == SplitBy.TIME
                && columns.values().stream()
                                .filter(c -> c.columnClass() == ColumnClass.TIME)
                                .count()
                        != 1) {
            violations.add("/holdout/by", "Hiding by time needs exactly one column of class time.");
        }
        return by;
    }

    private GateRules gate(PlanRequest.@Nullable GateRequest request, Treatment treatment) {
        BigDecimal population = request == null || request.population() == null
                ? limits.gate().population().min(limits.gate().populationCeiling())
                : request.population();
        BigDecimal members = request == null || request.members() == null
                ? limits.gate().members().min(limits.gate().membersCeiling())
                : request.members();
        BigDecimal utility =
                request == null || request.utility() == null ? limits.gate().utility() : request.utility();
        bounded("/gate/population", population, limits.gate().populationCeiling());
        bounded("/gate/members", members, limits.gate().membersCeiling());
        if (utility.signum() <= 0) {
            violations.add("/gate/utility", "The utility limit is a share above 0.");
        }
        BigDecimal membership = request == null ? null : request.membership();
        if (membership != null) {
            membership(membership, treatment);
        }
        return new GateRules(population, members, utility, membership);
    }

    private void membership(BigDecimal bound, Treatment treatment) {
        if (treatment instanceof Treatment.Ratings) {
            violations.add("/gate/membership", "Ratings are attacked given membership; this bound is for tables.");
        } else if (bound.compareTo(CHANCE) <= 0 || bound.compareTo(BigDecimal.ONE) > 0) {
            violations.add(
                    "/gate/membership", "An area under the curve lies above 0.5, which is chance, and at most at 1.");
        }
    }

    private void bounded(String pointer, BigDecimal bound, BigDecimal ceiling) {
        if (bound.signum() <= 0 || bound.compareTo(ceiling) > 0) {
            violations.add(
                    pointer,
                    "The gate's threshold lies above 0 and at most at " + ceiling.toPlainString()
                            + ", the operator's ceiling. It cannot be switched off.");
        }
    }

    private void properShare(String pointer, BigDecimal share) {
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0) {
            violations.add(pointer, "A share lies between 0 and 1, both excluded.");
        }
    }

    private static boolean has(Map<String, PlannedColumn> columns, ColumnClass columnClass) {
        return columns.values().stream().anyMatch(c -> c.columnClass() == columnClass);
    }
}
