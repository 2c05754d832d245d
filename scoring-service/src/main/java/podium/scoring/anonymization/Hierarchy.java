package podium.scoring.anonymization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A generalization hierarchy of one attribute: for each value what stands for it at level 0 (itself), 1, 2 and so on up to
 * the top level, where everything is {@code *}. Each level is a coarsening of the one before: what is equal at a level is
 * equal at all higher ones.
 */
public final class Hierarchy {
    /** What stands for every value at the top level. */
    public static final String ANYTHING = "*";

    private final Map<String, List<String>> lines;
    private final int topLevel;
    /** For each level how many values become the same. */
    private final List<Map<String, Integer>> groupSizes = new ArrayList<>();

    private Hierarchy(Map<String, List<String>> lines, int topLevel) {
        this.lines = lines;
        this.topLevel = topLevel;
        for (int level = 0; level <= topLevel; level++) {
            Map<String, Integer> sizes = new HashMap<>();
            for (List<String> line : lines.values()) {
                sizes.merge(line.get(level), 1, Integer::sum);
            }
            groupSizes.add(sizes);
        }
    }

    /** The hierarchy that knows only the value itself and {@code *}, for an attribute that came without one. */
    public static Hierarchy flat(Collection<String> values) {
        Map<String, List<String>> lines = new HashMap<>();
        for (String value : values) {
            lines.put(value, List.of(value, ANYTHING));
        }
        return new Hierarchy(Map.copyOf(lines), 1);
    }

    /**
     * A hierarchy of lines that fit by construction.
     *
     * @param lines for each value what stands for it, level by level, the value first and {@code *} last; all equally long
     */
    static Hierarchy of(Map<String, List<String>> lines) {
        int levels = lines.values().stream().mapToInt(List::size).findFirst().orElse(2);
        return new Hierarchy(Map.copyOf(lines), levels - 1);
    }

    /**
     * Reads a hierarchy, one line per value: the value, its generalizations level by level, and {@code *} as the last.
     *
     * @param table the lines, each with its cells
     * @return the hierarchy, or everything that is wrong with it
     */
    public static HierarchyReading read(List<List<String>> table) {
        List<HierarchyReading.Flaw> flaws = new HierarchyFlaws(table).find();
        if (!flaws.isEmpty()) {
            return new HierarchyReading.Flawed(flaws);
        }
        Map<String, List<String>> lines = new HashMap<>();
        table.forEach(line -> lines.put(line.getFirst(), List.copyOf(line)));
        return new HierarchyReading.Read(
                new Hierarchy(Map.copyOf(lines), table.getFirst().size() - 1));
    }

    /** The level at which everything is {@code *}; levels count from 0. */
    public int topLevel() {
        return topLevel;
    }

    /** How many values it knows. */
    public int size() {
        return lines.size();
    }

    /** Those of the values that the hierarchy does not know, in their order. */
    public List<String> unknown(Collection<String> values) {
        return values.stream().filter(value -> !lines.containsKey(value)).toList();
    }

    /**
     * What stands for a value at a level.
     *
     * @throws IllegalArgumentException the hierarchy does not know the value or the level
     */
    public String generalize(String value, int level) {
        List<String> line = lines.get(value);
        if (line == null || level < 0 || level > topLevel) {
            throw new IllegalArgumentException("No generalization of this value to level " + level);
        }
        return line.get(level);
    }

    /** The column with each value generalized to a level. */
    public Column generalize(Column column, int level) {
        return column.map(value -> generalize(value, level));
    }

    /**
     * Which share of the values that the hierarchy knows is generalized to the same as this one, above 0 and at most 1.
     *
     * @throws IllegalArgumentException the hierarchy does not know the value or the level
     */
    public double share(String value, int level) {
        String group = generalize(value, level);
        long alike = groupSizes.get(level).getOrDefault(group, 0);
        return (double) alike / lines.size();
    }

    /** How many distinct values there are at a level. */
    public int distinct(int level) {
        return groupSizes.get(level).size();
    }
}
