package podium.scoring.anonymization;

import java.util.HashMap;
import java.util.Map;

/**
 * One node of the lattice, looked at: its classes, which of them are published, and what that loses. The formulas count
 * suppressed rows as ARX does.
 */
final class LatticeNode {
    private final CodedTable table;
    private final Grouping grouping;
    private final boolean[] kept;
    private final int suppressedRows;
    private final boolean feasible;

    /** @param all the grouping of distinct rows, from which {@code grouping} was made where models look at sensitive values */
    LatticeNode(CodedTable table, PrivacyModels models, Grouping grouping, Grouping all) {
        this.table = table;
        this.grouping = grouping;
        kept = new boolean[grouping.groups()];
        for (int g = 0; g < kept.length; g++) {
            kept[g] = grouping.size(g) >= models.k();
        }
        Diversity diversity = models.diversity();
        if (diversity != null) {
            for (int s = 0; s < table.sensitive; s++) {
                keepDiverse(diversity, s, all);
            }
        }
        int suppressed = 0;
        boolean any = false;
        for (int g = 0; g < kept.length; g++) {
            suppressed += kept[g] ? 0 : grouping.size(g);
            any |= kept[g];
        }
        suppressedRows = suppressed;
        feasible = any && suppressed <= models.allowed(table.rows);
    }

    Grouping grouping() {
        return grouping;
    }

    boolean feasible() {
        return feasible;
    }

    int suppressedRows() {
        return suppressedRows;
    }

    /** What the node loses. */
    double loss(LossMeasure measure) {
        return switch (measure) {
            case LOSS -> domainLoss();
            case AVERAGE_CLASS_SIZE -> averageClassSize();
            case DISCERNIBILITY -> discernibility(false);
            case NON_UNIFORM_ENTROPY -> entropy();
        };
    }

    /** What neither this node nor any above it can lose less than, where it follows from the classes. */
    double classBound(LossMeasure measure) {
        return switch (measure) {
            case AVERAGE_CLASS_SIZE -> (double) table.rows / (grouping.groups() + 1);
            case DISCERNIBILITY -> discernibility(true);
            case LOSS, NON_UNIFORM_ENTROPY -> 0;
        };
    }

    private void keepDiverse(Diversity diversity, int sensitive, Grouping all) {
        int values = table.sensitiveValues[sensitive];
        Map<Integer, int[]> histograms = new HashMap<>();
        for (int d = 0; d < all.groups(); d++) {
            int group = grouping.groupOf(d);
            if (kept[group]) {
                int value = table.codes[d * table.stride() + table.width + sensitive];
                histograms.computeIfAbsent(group, _ -> new int[values])[value] += all.size(d);
            }
        }
        histograms.forEach((group, counts) -> kept[group] = diversity.enough(diversity.of(counts)));
    }

    private double domainLoss() {
        double product = 1;
        for (int i = 0; i < table.width; i++) {
            double[] share = table.share[i][grouping.levels()[i]];
            double sum = suppressedRows;
            for (int g = 0; g < kept.length; g++) {
                if (kept[g]) {
                    sum += share[table.codes[grouping.first(g) * table.stride() + i]] * grouping.size(g);
                }
            }
            product *= 1 + relative(sum, table.rows, table.domain[i]);
        }
        return Math.pow(product, 1.0 / table.width) - 1;
    }

    /** 0 where every value stands for itself alone, 1 where each stands for the whole domain. */
    static double relative(double shares, int rows, int domain) {
        double least = (double) rows / domain;
        return domain == 1 ? 0 : Math.max(0, (shares - least) / (rows - least));
    }

    private double averageClassSize() {
        int classes = suppressedRows > 0 ? 1 : 0;
        for (boolean published : kept) {
            classes += published ? 1 : 0;
        }
        return (double) table.rows / classes;
    }

    private double discernibility(boolean bound) {
        double sum = 0;
        for (int g = 0; g < kept.length; g++) {
            double size = grouping.size(g);
            sum += size * (kept[g] || bound ? size : table.rows);
        }
        return sum;
    }

    private double entropy() {
        double sum = 0;
        for (int i = 0; i < table.width; i++) {
            int level = grouping.levels()[i];
            double bits = generalized(table, i, level) + suppressed(i, level);
            double all = whole(table, i);
            sum += all == 0 ? 0 : bits / all;
        }
        return sum;
    }

    /** Bits that generalization takes from an attribute, over all rows. */
    static double generalized(CodedTable table, int attribute, int level) {
        int[] frequency = table.frequency[attribute];
        int[] recoding = table.recoding[attribute][level];
        long[] groups = new long[recoding.length];
        for (int code = 0; code < recoding.length; code++) {
            groups[recoding[code]] += frequency[code];
        }
        double bits = 0;
        for (int code = 0; code < recoding.length; code++) {
            bits -= frequency[code] * log2((double) frequency[code] / groups[recoding[code]]);
        }
        return bits;
    }

    /** Bits that an attribute has. */
    static double whole(CodedTable table, int attribute) {
        double bits = 0;
        for (int frequency : table.frequency[attribute]) {
            bits -= frequency * log2((double) frequency / table.rows);
        }
        return bits;
    }

    private double suppressed(int attribute, int level) {
        if (suppressedRows == 0) {
            return 0;
        }
        long[] rows = new long[table.recoding[attribute][level].length];
        for (int g = 0; g < kept.length; g++) {
            if (!kept[g]) {
                int code = table.codes[grouping.first(g) * table.stride() + attribute];
                rows[table.recoding[attribute][level][code]] += grouping.size(g);
            }
        }
        double bits = 0;
        for (long count : rows) {
            bits -= count == 0 ? 0 : count * log2((double) count / suppressedRows);
        }
        return bits;
    }

    private static double log2(double value) {
        return value == 0 ? 0 : Math.log(value) / Math.log(2);
    }
}
