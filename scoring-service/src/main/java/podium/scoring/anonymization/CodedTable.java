package podium.scoring.anonymization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The quasi-identifiers and sensitive columns of a table as the search needs them: equal rows counted once, and each value's
 * generalizations as codes.
 *
 * <p>Hot: a search looks at hundreds of nodes, so nothing is compared as text after construction.
 */
final class CodedTable {
    final int rows;
    final int width;
    final int sensitive;
    /** How many distinct rows there are. */
    final int distinct;
    /** Codes of distinct row d: quasi-identifiers at {@code d * (width + sensitive)}, sensitive ones behind them. */
    final int[] codes;
    /** How often each distinct row occurs. */
    final int[] counts;
    /** By attribute, level and raw code: the code at that level. */
    final int[][][] recoding;
    /** By attribute, level and raw code: the share of the domain that the value stands for. */
    final double[][][] share;
    /** By attribute and raw code: how many rows have it. */
    final int[][] frequency;
    /** By attribute: how many values its hierarchy knows. */
    final int[] domain;
    /** By sensitive column: how many values it has. */
    final int[] sensitiveValues;

    CodedTable(int rows, List<Column> columns, List<Hierarchy> hierarchies, List<Column> sensitiveColumns) {
        this.rows = rows;
        width = columns.size();
        sensitive = sensitiveColumns.size();
        recoding = new int[width][][];
        share = new double[width][][];
        frequency = new int[width][];
        domain = new int[width];
        sensitiveValues = sensitiveColumns.stream()
                .mapToInt(column -> column.values().size())
                .toArray();
        for (int i = 0; i < width; i++) {
            describe(i, columns.get(i), hierarchies.get(i));
        }
        List<Column> all = new ArrayList<>(columns);
        all.addAll(sensitiveColumns);
        EquivalenceClasses classes = EquivalenceClasses.of(rows, all);
        distinct = classes.count();
        counts = classes.sizes();
        codes = new int[distinct * (width + sensitive)];
        for (int row = 0; row < rows; row++) {
            int at = classes.classOf(row) * (width + sensitive);
            for (int i = 0; i < all.size(); i++) {
                codes[at + i] = all.get(i).code(row);
            }
        }
    }

    int stride() {
        return width + sensitive;
    }

    int topLevel(int attribute) {
        return recoding[attribute].length - 1;
    }

    private void describe(int attribute, Column column, Hierarchy hierarchy) {
        int values = column.values().size();
        int levels = hierarchy.topLevel() + 1;
        recoding[attribute] = new int[levels][values];
        share[attribute] = new double[levels][values];
        domain[attribute] = hierarchy.size();
        frequency[attribute] = new int[values];
        for (int row = 0; row < rows; row++) {
            frequency[attribute][column.code(row)]++;
        }
        for (int level = 0; level < levels; level++) {
            Map<String, Integer> numbers = new HashMap<>();
            for (int code = 0; code < values; code++) {
                String value = column.values().get(code);
                Integer next = numbers.size();
                Integer known = numbers.putIfAbsent(hierarchy.generalize(value, level), next);
                recoding[attribute][level][code] = known == null ? next : known;
                share[attribute][level][code] = hierarchy.share(value, level);
            }
        }
    }

    /** Groups at some levels what is already grouped at a lower node: its classes are made of those. */
    Grouping group(int[] levels, Grouping from) {
        int[] groupOf = new int[from.groups()];
        int[] firsts = new int[from.groups()];
        int[] sizes = new int[from.groups()];
        int capacity = Integer.highestOneBit(Math.max(8, from.groups())) << 2;
        int[] slots = new int[capacity];
        Arrays.fill(slots, -1);
        int count = 0;
        int stride = stride();
        for (int g = 0; g < from.groups(); g++) {
            int at = from.first(g) * stride;
            int slot = hash(levels, at) & (capacity - 1);
            while (slots[slot] >= 0 && !equal(levels, at, firsts[slots[slot]] * stride)) {
                slot = (slot + 1) & (capacity - 1);
            }
            if (slots[slot] < 0) {
                slots[slot] = count;
                firsts[count++] = from.first(g);
            }
            groupOf[g] = slots[slot];
            sizes[slots[slot]] += from.size(g);
        }
        return new Grouping(levels.clone(), Arrays.copyOf(firsts, count), Arrays.copyOf(sizes, count), groupOf);
    }

    /** Each distinct row by itself. */
    Grouping ungrouped() {
        int[] firsts = new int[distinct];
        Arrays.setAll(firsts, d -> d);
        return new Grouping(new int[width], firsts, counts, firsts);
    }

    private int hash(int[] levels, int at) {
        long hash = 0;
        for (int i = 0; i < width; i++) {
            hash = (hash ^ recoding[i][levels[i]][codes[at + i]]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return (int) (hash >>> 20);
    }

    private boolean equal(int[] levels, int at, int other) {
        for (int i = 0; i < width; i++) {
            int[] codeAt = recoding[i][levels[i]];
            if (codeAt[codes[at + i]] != codeAt[codes[other + i]]) {
                return false;
            }
        }
        return true;
    }
}
