package podium.scoring.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How raw data is to become a release. Made by {@link PlanCheck}, so it fits its raw file.
 *
 * @param columns every column of the raw file, in the file's order
 * @param treatment what is done to the rows
 * @param holdout the hidden rows
 * @param gate what the release has to keep
 */
public record Plan(List<PlannedColumn> columns, Treatment treatment, Holdout holdout, GateRules gate) {

    public Plan {
        columns = List.copyOf(columns);
    }

    /** The columns of a class, in the file's order. */
    public List<PlannedColumn> columns(ColumnClass columnClass) {
        return columns.stream().filter(c -> c.columnClass() == columnClass).toList();
    }

    /** The column of that name, empty if there is none. */
    public Optional<PlannedColumn> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /**
     * One column.
     *
     * @param name its name
     * @param columnClass what it is
     * @param level quasi-identifiers: the level of its hierarchy to generalize to, 0 keeps the values; null where the level is
     *     searched for
     * @param coding numbers: what is cut off at the ends, null if nothing is
     */
    public record PlannedColumn(
            String name,
            @JsonProperty("class") ColumnClass columnClass,
            @Nullable Integer level,
            @Nullable Coding coding) {

        /** A column of which nothing is cut off. */
        public PlannedColumn(String name, ColumnClass columnClass, @Nullable Integer level) {
            this(name, columnClass, level, null);
        }
    }

    /**
     * Top and bottom coding: numbers beyond an end become "at most" or "at least" that end.
     *
     * @param bottom the lowest number that is told, null for no end
     * @param top the highest number that is told, null for no end
     */
    public record Coding(
            @Nullable BigDecimal bottom, @Nullable BigDecimal top) {}

    /**
     * The hidden rows.
     *
     * @param share the share of all rows that is hidden
     * @param publicShare the share of the hidden rows that feeds the live board
     * @param by what is hidden together
     */
    public record Holdout(BigDecimal share, BigDecimal publicShare, SplitBy by) {}

    /** What is hidden together. */
    public enum SplitBy {
        /** Each row for itself, by a keyed choice. */
        ROW,
        /** All rows of a group: a household, a user. */
        GROUP,
        /** The latest rows. */
        TIME;

        /** The word for it in JSON. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What the release has to keep, whatever else the plan says.
     *
     * @param population the most that the upper limit of hits over the population may be, in every cell
     * @param members the same given that the person is in the release
     * @param utility the most that the baseline may be worse when it learns from the release, as a share
     * @param membership tables in which being in the data is a secret: the most that the upper limit of the AUC may be with which
     *     people in the release are told from others; null where it is only reported
     */
    public record GateRules(
            BigDecimal population,
            BigDecimal members,
            BigDecimal utility,
            @Nullable BigDecimal membership) {

        /** Rules for data in which being there is no secret. */
        public GateRules(BigDecimal population, BigDecimal members, BigDecimal utility) {
            this(population, members, utility, null);
        }
    }
}
