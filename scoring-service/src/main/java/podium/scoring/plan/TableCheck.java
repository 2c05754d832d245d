package podium.scoring.plan;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import podium.scoring.plan.Plan.PlannedColumn;
import podium.scoring.plan.Treatment.Diversity;
import podium.scoring.plan.Treatment.Loss;
import podium.scoring.plan.Treatment.Method;
import podium.scoring.raw.RawProfile;

/** What a plan says of a table. */
final class TableCheck {
    private static final int DEFAULT_K = 11;
    private static final BigDecimal DEFAULT_SUPPRESSION = new BigDecimal("0.05");
    private static final BigDecimal DEFAULT_L = BigDecimal.TWO;

    private final RawProfile raw;
    private final DatasetLimits limits;
    private final Violations violations;

    TableCheck(RawProfile raw, DatasetLimits limits, Violations violations) {
        this.raw = raw;
        this.limits = limits;
        this.violations = violations;
    }

    Treatment.Table check(PlanRequest request, Collection<PlannedColumn> columns) {
        if (columns.stream().filter(c -> c.columnClass() == ColumnClass.GROUP).count() > 1) {
            violations.add("/columns", "At most one column of a table is the group that is not split.");
        }
        int k = Objects.requireNonNullElse(request.k(), DEFAULT_K);
        BigDecimal suppression = Objects.requireNonNullElse(request.suppressionLimit(), DEFAULT_SUPPRESSION);
        model(k, suppression);
        return new Treatment.Table(
                k,
                suppression,
                method(request.generalization(), columns),
                loss(request.loss()),
                diversity(request.diversity(), columns));
    }

    private void model(int k, BigDecimal suppression) {
        if (k < limits.kFloor()) {
            violations.add("/k", "k is at least " + limits.kFloor() + " on this platform.");
        } else if (k > raw.rows()) {
            violations.add("/k", "k is larger than the number of rows, " + raw.rows() + ".");
        }
        if (suppression.signum() < 0 || suppression.compareTo(limits.suppressionCeiling()) > 0) {
            violations.add(
                    "/suppressionLimit",
                    "The share of rows left out lies between 0 and "
                            + limits.suppressionCeiling().toPlainString() + " on this platform.");
        }
    }

    private Method method(@Nullable String word, Collection<PlannedColumn> columns) {
        boolean levels =
                columns.stream().anyMatch(c -> c.columnClass() == ColumnClass.QUASI_IDENTIFIER && c.level() != null);
        if (word == null) {
            return levels ? Method.LEVELS : Method.OPTIMAL;
        }
        Method method = Treatment.of(Method.values(), word);
        if (method == null) {
            violations.add("/generalization", "generalization is levels, optimal or mondrian.");
            return Method.OPTIMAL;
        }
        if (levels && method != Method.LEVELS) {
            violations.add(
                    "/generalization",
                    "A column names its level, so levels are not searched for: leave one of both out.");
        }
        return method;
    }

    private Loss loss(@Nullable String word) {
        if (word == null) {
            return Loss.LOSS;
        }
        Loss loss = Treatment.of(Loss.values(), word);
        if (loss == null) {
            violations.add("/loss", "loss is loss, average-class-size, discernibility or non-uniform-entropy.");
            return Loss.LOSS;
        }
        return loss;
    }

    private @Nullable Diversity diversity(
            PlanRequest.@Nullable DiversityRequest request, Collection<PlannedColumn> columns) {
        if (columns.stream().noneMatch(c -> c.columnClass() == ColumnClass.SENSITIVE)) {
            if (request != null) {
                violations.add("/diversity", "No column is sensitive, so there is nothing to be diverse.");
            }
            return null;
        }
        if (request == null) {
            return new Diversity(DEFAULT_L, false);
        }
        BigDecimal l = Objects.requireNonNullElse(request.l(), DEFAULT_L);
        if (l.compareTo(BigDecimal.ONE) < 0) {
            violations.add("/diversity/l", "l is at least 1.");
        }
        String kind = Objects.requireNonNullElse(request.kind(), "distinct");
        if (!kind.equals("distinct") && !kind.equals("entropy")) {
            violations.add("/diversity/kind", "kind is distinct or entropy.");
        }
        return new Diversity(l, kind.equals("entropy"));
    }
}
