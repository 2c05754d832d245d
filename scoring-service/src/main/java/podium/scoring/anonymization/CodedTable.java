package podium.scoring.anonymization;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The quasi-identifiers and sensitive columns of a table as the search needs them: each value's generalizations as codes, and
 * rows as keys of as few words as their codes have room in, equal rows counted once.
 *
 * <p>Hot: a search looks at hundreds of nodes, so nothing is compared as text after construction, and rows are compared by a word
 * or two instead of code by code.
 */
final class CodedTable {
    final int rows;
    final int width;
    /** How many sensitive columns there are. */
    final int sensitive;
    /** By attribute, level and raw code: the code at that level. */
    final int[][][] recoding;
    /** By attribute, level and code at that level: the share of the domain that the value stands for. */
    final double[][][] share;
    /** By attribute and raw code: how many rows have it. */
    final int[][] frequency;
    /** By attribute: how many values its hierarchy knows. */
    final int[] domain;
    /** By sensitive column: how many values it has. */
    final int[] sensitiveValues;

    /** By attribute, level and code at that level: a raw code that it stands for. */
    private final int[][][] example;

    private final KeyLayout layout;
    private final Grouping distinct;

    CodedTable(int rows, List<Column> columns, List<Hierarchy> hierarchies, List<Column> sensitiveColumns) {
        this.rows = rows;
        width = columns.size();
        sensitive = sensitiveColumns.size();
        recoding = new int[width][][];
        example = new int[width][][];
        share = new double[width][][];
        frequency = new int[width][];
        domain = new int[width];
        sensitiveValues = sensitiveColumns.stream()
                .mapToInt(column -> column.values().size())
                .toArray();
        for (int i = 0; i < width; i++) {
            describe(i, columns.get(i), hierarchies.get(i));
        }
        layout = KeyLayout.of(columns, sensitiveColumns);
        int[] ones = new int[rows];
        Arrays.fill(ones, 1);
        distinct = merged(new int[width], layout.keys(rows, columns, sensitiveColumns), ones);
    }

    int topLevel(int attribute) {
        return recoding[attribute].length - 1;
    }

    /** Rows that are equal in all columns, sensitive ones included. */
    Grouping distinct() {
        return distinct;
    }

    /** The code of a group's rows in an attribute, at the level of the grouping. */
    int code(Grouping grouping, int group, int attribute) {
        return layout.code(grouping.keys(), group, attribute);
    }

    /** The value of a group's rows in a sensitive column. */
    int sensitiveCode(Grouping grouping, int group, int column) {
        return layout.code(grouping.keys(), group, width + column);
    }

    private void describe(int attribute, Column column, Hierarchy hierarchy) {
        int values = column.values().size();
        int levels = hierarchy.topLevel() + 1;
        recoding[attribute] = new int[levels][values];
        example[attribute] = new int[levels][];
        share[attribute] = new double[levels][];
        domain[attribute] = hierarchy.size();
        frequency[attribute] = new int[values];
        for (int row = 0; row < rows; row++) {
            frequency[attribute][column.code(row)]++;
        }
        for (int level = 0; level < levels; level++) {
            Map<String, Integer> numbers = new HashMap<>();
            int[] examples = new int[values];
            double[] shares = new double[values];
            for (int code = 0; code < values; code++) {
                String value = column.values().get(code);
                Integer next = numbers.size();
                Integer known = numbers.putIfAbsent(hierarchy.generalize(value, level), next);
                if (known == null) {
                    examples[next] = code;
                    shares[next] = hierarchy.share(value, level);
                }
                recoding[attribute][level][code] = known == null ? next : known;
            }
            example[attribute][level] = Arrays.copyOf(examples, numbers.size());
            share[attribute][level] = Arrays.copyOf(shares, numbers.size());
        }
    }

    /** Groups at some levels what is already grouped at the same or lower ones: its groups are made of those. */
    Grouping group(int[] levels, Grouping from) {
        long[] keys = from.keys().clone();
        for (int i = 0; i < width; i++) {
            int lower = from.levels()[i];
            if (levels[i] > lower) {
                int[] examples = example[i][lower];
                int[] translation = new int[examples.length];
                for (int code = 0; code < translation.length; code++) {
                    translation[code] = recoding[i][levels[i]][examples[code]];
                }
                layout.recode(keys, i, translation);
            }
        }
        return merged(levels, keys, from.sizes());
    }

    /** The classes that a grouping makes if sensitive columns are not looked at. */
    Grouping classes(Grouping grouping) {
        if (sensitive == 0) {
            return grouping;
        }
        long[] keys = grouping.keys().clone();
        for (int s = 0; s < sensitive; s++) {
            layout.clear(keys, width + s);
        }
        return merged(grouping.levels(), keys, grouping.sizes());
    }

    /** Makes one of equal keys, in the order of their first appearance. */
    private Grouping merged(int[] levels, long[] keys, int[] sizes) {
        int words = layout.words();
        int[] groupOf = new int[sizes.length];
        int[] merged = new int[sizes.length];
        int capacity = Integer.highestOneBit(Math.max(8, sizes.length)) << 2;
        int[] slots = new int[capacity];
        int count = 0;
        for (int g = 0; g < sizes.length; g++) {
            int slot = hash(keys, g * words, words) & (capacity - 1);
            // Keys of groups that were found move to the front, which is never behind the one at hand.
            while (slots[slot] > 0 && !equal(keys, (slots[slot] - 1) * words, g * words, words)) {
                slot = (slot + 1) & (capacity - 1);
            }
            if (slots[slot] == 0) {
                System.arraycopy(keys, g * words, keys, count * words, words);
                slots[slot] = ++count;
            }
            groupOf[g] = slots[slot] - 1;
            merged[groupOf[g]] += sizes[g];
        }
        return new Grouping(levels.clone(), Arrays.copyOf(keys, count * words), Arrays.copyOf(merged, count), groupOf);
    }

    private static int hash(long[] keys, int at, int words) {
        long hash = 0;
        for (int w = 0; w < words; w++) {
            hash = (hash ^ keys[at + w]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) (hash ^ (hash >>> 15));
    }

    private static boolean equal(long[] keys, int one, int other, int words) {
        for (int w = 0; w < words; w++) {
            if (keys[one + w] != keys[other + w]) {
                return false;
            }
        }
        return true;
    }
}
