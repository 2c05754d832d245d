package podium.scoring.anonymization;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Strict multidimensional partitioning (LeFevre, DeWitt and Ramakrishnan, "Mondrian Multidimensional K-Anonymity", ICDE 2006):
 * the rows are cut in two at the median of the quasi-identifier that is spread widest, again and again, as long as both sides keep
 * the privacy models. Nothing is suppressed. Numbers are ordered by value; other values lie so that those which the hierarchy joins
 * early are neighbours.
 */
public final class Mondrian {
    private static final int MOST_NAMED = 4;

    private final int rows;
    private final List<Column> columns;
    private final List<Hierarchy> hierarchies;
    private final List<Column> sensitive;
    private final PrivacyModels models;
    /** By quasi-identifier: the place of each code in the order. */
    private final int[][] place;

    private final int[] spread;
    private final List<int[]> regions = new ArrayList<>();

    /**
     * @param columns the quasi-identifiers
     * @param hierarchies the hierarchy of each, in the same order
     * @param sensitive the columns that models of diversity look at
     */
    public Mondrian(
            int rows, List<Column> columns, List<Hierarchy> hierarchies, List<Column> sensitive, PrivacyModels models) {
        this.rows = rows;
        this.columns = List.copyOf(columns);
        this.hierarchies = List.copyOf(hierarchies);
        this.sensitive = List.copyOf(sensitive);
        this.models = models;
        place = new int[columns.size()][];
        spread = new int[columns.size()];
        for (int q = 0; q < place.length; q++) {
            place[q] = places(columns.get(q), hierarchies.get(q));
            spread[q] = Math.max(1, place[q].length - 1);
        }
    }

    /**
     * The quasi-identifiers as they may be published; in each region all rows have the same. Empty where the rows as a whole do
     * not keep the models.
     */
    public Optional<List<Column>> partition() {
        int[] all = new int[rows];
        Arrays.setAll(all, row -> row);
        if (!isFine(all)) {
            return Optional.empty();
        }
        cut(all);
        List<Column> published = new ArrayList<>();
        for (int q = 0; q < columns.size(); q++) {
            String[] values = new String[rows];
            for (int[] region : regions) {
                String value = value(region, q);
                for (int row : region) {
                    values[row] = value;
                }
            }
            published.add(Column.of(columns.get(q).name(), Arrays.asList(values)));
        }
        return Optional.of(published);
    }

    private void cut(int[] region) {
        Integer[] order = new Integer[columns.size()];
        double[] width = new double[order.length];
        for (int q = 0; q < order.length; q++) {
            order[q] = q;
            width[q] = (double) (end(region, q, true) - end(region, q, false)) / spread[q];
        }
        Arrays.sort(order, Comparator.comparingDouble((Integer q) -> -width[q]).thenComparing(q -> q));
        for (int q : order) {
            if (width[q] > 0) {
                int[] places =
                        Arrays.stream(region).map(row -> place(row, q)).sorted().toArray();
                int median = places[(places.length - 1) / 2];
                int at = median < places[places.length - 1] ? median : below(places, median);
                int[] low =
                        Arrays.stream(region).filter(row -> place(row, q) <= at).toArray();
                int[] high =
                        Arrays.stream(region).filter(row -> place(row, q) > at).toArray();
                if (isFine(low) && isFine(high)) {
                    cut(low);
                    cut(high);
                    return;
                }
            }
        }
        regions.add(region);
    }

    private static int below(int[] places, int median) {
        return Arrays.stream(places).filter(place -> place < median).max().orElse(median);
    }

    private int place(int row, int q) {
        return place[q][columns.get(q).code(row)];
    }

    private int end(int[] region, int q, boolean high) {
        int end = place(region[0], q);
        for (int row : region) {
            end = high ? Math.max(end, place(row, q)) : Math.min(end, place(row, q));
        }
        return end;
    }

    private boolean isFine(int[] region) {
        if (region.length < models.k()) {
            return false;
        }
        Diversity diversity = models.diversity();
        if (diversity != null) {
            for (Column column : sensitive) {
                int[] counts = new int[column.values().size()];
                for (int row : region) {
                    counts[column.code(row)]++;
                }
                if (!diversity.enough(diversity.of(counts))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What stands for all values of a region: the value, a range, the lowest level that joins them, or the set of them. */
    private String value(int[] region, int q) {
        Column column = columns.get(q);
        Hierarchy hierarchy = hierarchies.get(q);
        TreeSet<Integer> codes =
                Arrays.stream(region).map(column::code).boxed().collect(Collectors.toCollection(TreeSet::new));
        if (codes.size() == 1) {
            return column.values().get(codes.first());
        }
        List<String> values = codes.stream()
                .sorted(Comparator.comparingInt(code -> place[q][code]))
                .map(column.values()::get)
                .toList();
        if (values.stream().allMatch(Mondrian::isNumber)) {
            return values.getFirst() + ".." + values.getLast();
        }
        for (int level = 1; level < hierarchy.topLevel(); level++) {
            int at = level;
            if (values.stream()
                            .map(value -> hierarchy.generalize(value, at))
                            .distinct()
                            .count()
                    == 1) {
                return hierarchy.generalize(values.getFirst(), level);
            }
        }
        return values.size() <= MOST_NAMED ? String.join("|", values) : Hierarchy.ANYTHING;
    }

    private static int[] places(Column column, Hierarchy hierarchy) {
        List<String> values = column.values();
        Integer[] order = new Integer[values.size()];
        Arrays.setAll(order, i -> i);
        Comparator<Integer> byPath = Comparator.comparing(code -> path(values.get(code), hierarchy));
        Comparator<Integer> byNumber = Comparator.comparing(code -> new BigDecimal(values.get(code)));
        Arrays.sort(order, values.stream().allMatch(Mondrian::isNumber) ? byNumber.thenComparing(byPath) : byPath);
        int[] places = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            places[order[i]] = i;
        }
        return places;
    }

    private static String path(String value, Hierarchy hierarchy) {
        StringBuilder path = new StringBuilder();
        for (int level = hierarchy.topLevel(); level >= 0; level--) {
            path.append(hierarchy.generalize(value, level)).append('\u0000');
        }
        return path.toString();
    }

    private static boolean isNumber(String value) {
        try {
            return new BigDecimal(value).precision() > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
