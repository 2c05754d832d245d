package podium.scoring.anonymization;

/**
 * One node of the lattice, looked at: its classes, which of them are published, and what that loses. The formulas count
 * suppressed rows as ARX does.
 */
final class LatticeNode {
    private final CodedTable table;
    private final PrivacyModels models;
    private final Grouping grouping;
    private final boolean[] kept;
    private final int suppressedRows;
    private final boolean feasible;
    private final boolean feasibleBelow;

    /** @param fine the rows grouped at the node's levels, those apart whose sensitive values differ */
    LatticeNode(CodedTable table, PrivacyModels models, Grouping fine) {
        this.table = table;
        this.models = models;
        grouping = table.classes(fine);
        kept = new boolean[grouping.groups()];
        for (int g = 0; g < kept.length; g++) {
            kept[g] = grouping.size(g) >= models.k();
        }
        int allowed = models.allowed(table.rows);
        boolean bearable = isFeasible(allowed);
        Diversity diversity = models.diversity();
        if (diversity != null) {
            for (int s = 0; s < table.sensitive; s++) {
                keepDiverse(diversity, s, fine);
            }
        }
        suppressedRows = suppressed();
        feasible = isFeasible(allowed);
        feasibleBelow = models.monotonic(table.rows) ? feasible : bearable;
    }

    private int suppressed() {
        int suppressed = 0;
        for (int g = 0; g < kept.length; g++) {
            suppressed += kept[g] ? 0 : grouping.size(g);
        }
        return suppressed;
    }

    private boolean isFeasible(int allowed) {
        int suppressed = suppressed();
        return suppressed <= allowed && suppressed < table.rows;
    }

    Grouping grouping() {
        return grouping;
    }

    boolean feasible() {
        return feasible;
    }

    /** Whether nodes below this one may be feasible. */
    boolean feasibleBelow() {
        return feasibleBelow;
    }

    int suppressedRows() {
        return suppressedRows;
    }

    /** What the node loses. */
    double loss(LossMeasure measure) {
        return switch (measure) {
            case LOSS -> domainLoss();
            case AVERAGE_CLASS_SIZE -> averageClassSize();
            case DISCERNIBILITY -> discernibility();
            case NON_UNIFORM_ENTROPY -> entropy();
        };
    }

    /**
     * What neither this node nor any above it can lose less than, where it follows from the classes. Above it classes are
     * merged; a class that is published there holds one that is large enough here, or so many rows of small ones that they
     * are large enough together.
     */
    double classBound(LossMeasure measure) {
        return switch (measure) {
            case AVERAGE_CLASS_SIZE -> leastClassSize();
            case DISCERNIBILITY -> leastDiscernibility();
            case LOSS, NON_UNIFORM_ENTROPY -> 0;
        };
    }

    private double leastClassSize() {
        int large = 0;
        int others = 0;
        for (int size : grouping.sizes()) {
            large += size >= models.k() ? 1 : 0;
            others += size >= models.k() ? 0 : size;
        }
        // All suppressed rows count as one more class.
        return (double) table.rows / (large + others / models.k() + 1);
    }

    private double leastDiscernibility() {
        double sum = 0;
        for (double size : grouping.sizes()) {
            sum += size * Math.max(size, models.k());
        }
        return sum;
    }

    private void keepDiverse(Diversity diversity, int sensitive, Grouping fine) {
        int values = table.sensitiveValues[sensitive];
        int[][] histograms = new int[kept.length][];
        for (int f = 0; f < fine.groups(); f++) {
            int group = grouping.groupOf(f);
            if (kept[group]) {
                if (histograms[group] == null) {
                    histograms[group] = new int[values];
                }
                histograms[group][table.sensitiveCode(fine, f, sensitive)] += fine.size(f);
            }
        }
        for (int g = 0; g < kept.length; g++) {
            kept[g] = kept[g] && diversity.enough(diversity.of(histograms[g]));
        }
    }

    private double domainLoss() {
        double product = 1;
        for (int i = 0; i < table.width; i++) {
            double[] share = table.share[i][grouping.levels()[i]];
            double sum = suppressedRows;
            for (int g = 0; g < kept.length; g++) {
                if (kept[g]) {
                    sum += share[table.code(grouping, g, i)] * grouping.size(g);
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

    private double discernibility() {
        double sum = 0;
        for (int g = 0; g < kept.length; g++) {
            double size = grouping.size(g);
            sum += size * (kept[g] ? size : table.rows);
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
                rows[table.code(grouping, g, attribute)] += grouping.size(g);
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
