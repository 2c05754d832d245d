package podium.scoring.anonymization;

import java.util.ArrayList;
import java.util.List;

/**
 * Full-domain generalization: each quasi-identifier is generalized to one level in all rows. One combination of levels is a
 * node of the generalization lattice; a search over the lattice asks {@link #at} for the classes of each node it visits.
 */
public final class FullDomainGeneralization {
    private final int rows;
    private final List<Column> columns;
    private final List<Hierarchy> hierarchies;

    /**
     * @param rows how many rows, which matters when there are no quasi-identifiers
     * @param columns the quasi-identifiers as they are in the raw data
     * @param hierarchies the hierarchy of each, in the same order
     */
    public FullDomainGeneralization(int rows, List<Column> columns, List<Hierarchy> hierarchies) {
        if (columns.size() != hierarchies.size()) {
            throw new IllegalArgumentException("Each quasi-identifier has one hierarchy");
        }
        this.rows = rows;
        this.columns = List.copyOf(columns);
        this.hierarchies = List.copyOf(hierarchies);
    }

    /** The names of the quasi-identifiers. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** The highest level of a quasi-identifier. */
    public int topLevel(int index) {
        return hierarchies.get(index).topLevel();
    }

    /** The generalized columns at these levels, one level per quasi-identifier. */
    public List<Column> columnsAt(List<Integer> levels) {
        if (levels.size() != columns.size()) {
            throw new IllegalArgumentException("Each quasi-identifier has one level");
        }
        List<Column> generalized = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            generalized.add(hierarchies.get(i).generalize(columns.get(i), levels.get(i)));
        }
        return generalized;
    }

    /** The equivalence classes of all rows at these levels. */
    public EquivalenceClasses at(List<Integer> levels) {
        return EquivalenceClasses.of(rows, columnsAt(levels));
    }
}
