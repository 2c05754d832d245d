package podium.scoring.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import podium.scoring.anonymization.Column;
import podium.scoring.learn.Ranks;

/**
 * Whether the place of a row, its id or its empty cells tell its label. Under random permutation of the labels a correlation of n
 * rows has mean 0 and variance 1 / (n - 1), whatever both sides are; it is held against the normal distribution, two-sided, at
 * p < .001 over everything that is compared together (Bonferroni).
 */
public final class OrderLint {
    private static final double LEVEL = 0.001;

    private OrderLint() {}

    /**
     * Whether places or ids tell labels. They are drawn by a key, so it can only be by chance, once in a thousand draws: then
     * another one is taken.
     *
     * @param numericLabel whether labels are numbers
     * @param train rows of train.csv in the file's order
     * @param test rows of test.csv in the file's order
     * @param ids the published id of each row
     */
    public static boolean tells(Column label, boolean numericLabel, int[] train, int[] test, int[] ids) {
        return places(new LintedTable(List.of(), List.of(), label, numericLabel, train, test, ids, null, new double[0]))
                        .outcome()
                == LintResult.Outcome.BLOCKED;
    }

    /**
     * The same of ratings, of which the test rows are looked at.
     *
     * @param ids the ids of test.csv in the file's order
     * @param ratings their ratings
     */
    public static boolean tells(double[] ids, double[] ratings) {
        return compare(ids, ratings).outcome() == LintResult.Outcome.BLOCKED;
    }

    /** By place in the files and by id. */
    static LintResult places(LintedTable table) {
        Strongest strongest = new Strongest();
        for (int[] file : new int[][] {table.train(), table.test()}) {
            String name = file == table.train() ? "train.csv" : "test.csv";
            double[] place = IntStream.range(0, file.length).asDoubleStream().toArray();
            double[] id =
                    IntStream.of(file).mapToDouble(row -> table.ids()[row]).toArray();
            for (double[] labels : table.labels(file)) {
                strongest.take("the place in " + name, place, labels);
                strongest.take("the id in " + name, id, labels);
            }
        }
        return strongest.result("label-order", "the label is independent of places and ids");
    }

    /** Of ratings: the id of each test row, which also decides its place, and its rating. */
    static LintResult compare(double[] ids, double[] ratings) {
        Strongest strongest = new Strongest();
        strongest.take("the id in test.csv", ids, ratings);
        strongest.take(
                "the place in test.csv",
                IntStream.range(0, ids.length).asDoubleStream().toArray(),
                ratings);
        return strongest.result("label-order", "the label is independent of places and ids");
    }

    /** By the number of empty cells of a row, and by each column that has some. */
    static LintResult missingness(LintedTable table) {
        Strongest strongest = new Strongest();
        int[] train = table.train();
        double[] all = new double[train.length];
        Set<String> seen = new HashSet<>();
        for (Column column : table.published()) {
            int empty = column.values().indexOf("");
            if (empty >= 0 && seen.add(column.name())) {
                double[] missing = IntStream.of(train)
                        .mapToDouble(row -> column.code(row) == empty ? 1 : 0)
                        .toArray();
                for (int i = 0; i < all.length; i++) {
                    all[i] += missing[i];
                }
                for (double[] labels : table.labels(train)) {
                    strongest.take("emptiness of " + column.name(), missing, labels);
                }
            }
        }
        if (seen.isEmpty()) {
            return LintResult.notApplicable("label-missingness", "No published cell is empty.");
        }
        for (double[] labels : table.labels(train)) {
            strongest.take("the number of empty cells", all, labels);
        }
        return strongest.result("label-missingness", "the label is independent of which cells are empty");
    }

    /** The strongest of some correlations. */
    private static final class Strongest {
        private String what = "nothing";
        private double correlation;
        private double deviations;
        private int compared;

        void take(String name, double[] x, double[] labels) {
            double found = Ranks.correlation(Ranks.of(x), Ranks.of(labels));
            double z = Math.abs(found) * Math.sqrt(Math.max(0, x.length - 1));
            compared++;
            if (z > deviations) {
                deviations = z;
                correlation = found;
                what = name;
            }
        }

        LintResult result(String id, String fine) {
            double p = Math.min(1, twoSided(deviations) * Math.max(1, compared));
            Map<String, Double> figures = Map.of("correlation", correlation, "p", p, "compared", (double) compared);
            return p < LEVEL
                    ? LintResult.blocked(
                            id,
                            String.format(
                                    Locale.ROOT,
                                    "The label goes with %s (rank correlation %.3f, p %.1e over %d comparisons).",
                                    what,
                                    correlation,
                                    p,
                                    compared),
                            figures)
                    : LintResult.passed(
                            id,
                            String.format(
                                    Locale.ROOT, "As far as %d comparisons show, %s (p %.2f).", compared, fine, p),
                            figures);
        }
    }

    /** Twice the upper tail of the normal distribution. */
    static double twoSided(double z) {
        return 2 * NormalDistribution.of(0, 1).survivalProbability(z);
    }
}
