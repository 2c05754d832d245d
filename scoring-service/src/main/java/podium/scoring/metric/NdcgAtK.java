package podium.scoring.metric;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import podium.scoring.metric.kernel.Groups;
import podium.scoring.metric.kernel.Kinds;
import podium.scoring.metric.kernel.Retrieval;
import podium.scoring.metric.kernel.SumKernel;
import podium.scoring.metric.order.PairSort;

/**
 * Normalized discounted cumulative gain at K: the mean over the groups of DCG over the best DCG that there is, where DCG is
 * the sum over the ranks r up to K of the gain divided by log2(r + 1) (Jarvelin and Kekalainen, <i>Cumulated gain-based
 * evaluation of IR techniques</i>, 2002; {@code sklearn.metrics.ndcg_score}, which averages the gains of rows with the same
 * score).
 *
 * @param k how many of the best count
 * @param gain what relevance is worth
 */
public record NdcgAtK(int k, Gain gain) implements Metric {
    static final List<Setting> SETTINGS = List.of(
            Cut.SETTING,
            Words.setting(
                    "gain", "what relevance is worth: linear, itself; exponential, 2^relevance - 1", Gain.LINEAR));

    /** What relevance is worth. */
    public enum Gain {
        /** Itself. */
        LINEAR,
        /** 2 to its power, less 1. */
        EXPONENTIAL;

        double of(double relevance) {
            return this == LINEAR ? relevance : StrictMath.pow(2, relevance) - 1;
        }
    }

    public NdcgAtK {
        Settings.check(Cut.SETTING, k);
    }

    @Override
    public String name() {
        return "ndcg-at-k";
    }

    @Override
    public String definition() {
        return "Normalized discounted cumulative gain at K: the mean over the groups of DCG / (the best DCG that there is),"
                + " where DCG is the sum over the ranks r up to K of gain / log2(r + 1).";
    }

    @Override
    public String edgeCases() {
        return "A group without relevant items scores 0. Rows with the same score have the mean of their gains. A negative"
                + " relevance is a contest error. In a list an item counts where it comes first, and repeating it takes up a"
                + " rank.";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.RELEVANCE, TaskKind.LIST);
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("k", k, "gain", Words.of(gain));
    }

    @Override
    public String memory() {
        return Cut.MEMORY;
    }

    @Override
    public Kernel kernel(Truth truth) {
        if (truth.labels() instanceof Values.Lists) {
            double[] discounts = discounts(k);
            return Retrieval.kernel(truth, (ranks, found, relevant) -> {
                double dcg = 0;
                for (int i = 0; i < found && ranks[i] <= k; i++) {
                    dcg += discounts[ranks[i]] - discounts[ranks[i] - 1];
                }
                return dcg / discounts[Math.min(k, relevant)];
            });
        }
        return ofScores(truth);
    }

    private Kernel ofScores(Truth truth) {
        double[] relevance = Kinds.numbers(truth.labels());
        Groups groups = Groups.of(truth);
        @Nullable String[] flaws = new @Nullable String[truth.cells().parts()];
        double[] gains = new double[relevance.length];
        for (int row = 0; row < gains.length; row++) {
            gains[row] = gain.of(relevance[row]);
            if (relevance[row] < 0) {
                flaws[truth.cells().partOf(row)] = "a relevance is negative";
            }
        }
        Gains ranked = new Gains(groups, gains, discounts(Math.min(k, groups.largest())));
        double[] best = new double[groups.count()];
        ranked.write(gains.clone(), 0, best.length, best);
        return SumKernel.meanOfGroups(groups, gains.length, predictions -> {
                    double[] p = Kinds.numbers(predictions);
                    return (from, to, out) -> {
                        ranked.write(p, from, to, out);
                        for (int group = from; group < to; group++) {
                            out[group - from] = best[group] == 0 ? 0 : out[group - from] / best[group];
                        }
                    };
                })
                .withFlaws(flaws);
    }

    /** For each count of ranks up to k, the sum of their discounts. */
    private static double[] discounts(int k) {
        double[] sums = new double[k + 1];
        for (int rank = 1; rank <= k; rank++) {
            sums[rank] = sums[rank - 1] + StrictMath.log(2) / StrictMath.log(rank + 1.0);
        }
        return sums;
    }

    /**
     * The gains of all rows, by group.
     *
     * @param discounts for each count of the best rows, the sum of their discounts
     */
    @SuppressWarnings("ArrayRecordComponent") // read in hot loops
    private record Gains(Groups groups, double[] gains, double[] discounts) {

        /** Writes the DCG of some groups under the scores of their rows. */
        void write(double[] scores, int from, int to, double[] out) {
            double[] keys = new double[groups.largest()];
            int[] rows = new int[keys.length];
            PairSort sort = new PairSort();
            for (int group = from; group < to; group++) {
                int start = groups.starts()[group];
                int count = groups.starts()[group + 1] - start;
                System.arraycopy(groups.rows(), start, rows, 0, count);
                for (int i = 0; i < count; i++) {
                    keys[i] = -scores[rows[i]];
                }
                sort.sort(keys, rows, 0, count);
                out[group - from] = dcg(keys, rows, count);
            }
        }

        private double dcg(double[] keys, int[] rows, int count) {
            double dcg = 0;
            for (int start = 0; start < count; ) {
                double sum = 0;
                int end = start;
                while (end < count && keys[end] == keys[start]) {
                    sum += gains[rows[end++]];
                }
                dcg += sum / (end - start) * (discount(end) - discount(start));
                start = end;
            }
            return dcg;
        }

        private double discount(int count) {
            return discounts[Math.min(count, discounts.length - 1)];
        }
    }
}
