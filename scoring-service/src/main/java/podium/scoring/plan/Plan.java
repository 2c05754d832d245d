package podium.scoring.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/**
 * How raw data is to become a release. Made by {@link PlanCheck}, so it fits its raw file.
 *
 * @param columns every column of the raw file, in the file's order
 * @param k every published row shares its quasi-identifiers with at least k - 1 others
 * @param suppressionLimit the share of all rows that may be left out to reach k
 * @param holdout the hidden rows
 */
public record Plan(List<PlannedColumn> columns, int k, BigDecimal suppressionLimit, Holdout holdout) {

    public Plan {
        columns = List.copyOf(columns);
    }

    /** The columns of a class, in the file's order. */
    public List<PlannedColumn> columns(ColumnClass columnClass) {
        return columns.stream().filter(c -> c.columnClass() == columnClass).toList();
    }

    /**
     * One column.
     *
     * @param name its name
     * @param columnClass what it is
     * @param level quasi-identifiers: the level of its hierarchy to generalize to, 0 keeps the values
     */
    public record PlannedColumn(
            String name, @JsonProperty("class") ColumnClass columnClass, int level) {}

    /**
     * The hidden rows.
     *
     * @param share the share of all rows that is hidden
     * @param publicShare the share of the hidden rows that feeds the live board
     */
    public record Holdout(BigDecimal share, BigDecimal publicShare) {}
}
