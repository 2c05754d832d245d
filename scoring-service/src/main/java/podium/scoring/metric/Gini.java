package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import podium.scoring.metric.kernel.Kinds;
import podium.scoring.metric.kernel.RankKernel;
import podium.scoring.metric.kernel.TargetOrder;
import podium.scoring.metric.kernel.TwoClassKernel;

/**
 * Normalized Gini coefficient: the covariance of the labels with the ranks of the predictions, over that with the ranks of
 * the labels themselves (Frees, Meyers and Cummings, <i>Summarizing insurance scores using a Gini index</i>, 2011). Ties have
 * the mean of their ranks. With labels 0 and 1 it is twice the area under the ROC curve, less 1.
 */
public record Gini() implements Metric {
    @Override
    public String name() {
        return "gini";
    }

    @Override
    public String definition() {
        return "Normalized Gini coefficient: (sum of truth x (2 rank of the prediction - n - 1)) / (the same with the rank of"
                + " the truth), which is 2 AUC - 1 where the truth is 0 or 1.";
    }

    @Override
    public String edgeCases() {
        return "Ties have the mean of their ranks. A constant truth is a contest error.";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.BINARY, TaskKind.NUMBER);
    }

    @Override
    public String memory() {
        return "up to 8 MB to sort in where all labels are 0 or 1, otherwise 4.125 bytes a row";
    }

    @Override
    public Kernel kernel(Truth truth) {
        if (isBinary(Kinds.numbers(truth.labels()))) {
            return new TwoClassKernel(truth, true, (sorted, classes) -> {
                double[] values = RocAuc.areas(sorted, classes);
                for (int without = 0; without < values.length; without++) {
                    values[without] = 2 * values[without] - 1;
                }
                return values;
            });
        }
        TargetOrder target = new TargetOrder(truth);
        double[][] best = new double[truth.cells().parts()][];
        for (int part = 0; part < best.length; part++) {
            best[part] = ofTruth(target, target.start(part), target.start(part + 1));
        }
        return new RankKernel(target, (keys, slots, from, to) -> {
            double[] values = covariances(target, keys, slots, from, to);
            int part = target.partOf(from);
            for (int without = 0; without < values.length; without++) {
                values[without] /= best[part][without];
            }
            return values;
        });
    }

    private static boolean isBinary(double[] labels) {
        for (double label : labels) {
            if (label != 0 && label != 1) {
                return false;
            }
        }
        return true;
    }

    /** The covariances of the best predictions that there are; NaN where the labels are constant. */
    private static double[] ofTruth(TargetOrder target, int from, int to) {
        Covariances covariances = new Covariances(target, from, to);
        for (int start = from; start < to; ) {
            int end = target.endOfTies(start, to);
            for (int slot = start; slot < end; slot++) {
                covariances.add(slot);
            }
            covariances.endTies();
            start = end;
        }
        double[] best = covariances.sums;
        for (int without = 0; without < best.length; without++) {
            best[without] = covariances.isConstant(without) ? Double.NaN : best[without];
        }
        return best;
    }

    private static double[] covariances(TargetOrder target, double[] keys, int[] slots, int from, int to) {
        Covariances covariances = new Covariances(target, from, to);
        for (int i = from; i < to; i++) {
            if (i > from && keys[i] != keys[i - 1]) {
                covariances.endTies();
            }
            covariances.add(slots[i]);
        }
        covariances.endTies();
        return covariances.sums;
    }

    /**
     * Sums, without each block and as a whole, of label times centred rank. For each run of ties the ranks without each of
     * the blocks are computed for all of them at once, in a loop without branches; counts are kept as doubles for that.
     */
    private static final class Covariances {
        private static final int COUNTS = RankKernel.WHOLE + 1;
        private final TargetOrder target;
        /** Taken off all labels, which changes nothing, because ranks add up to 0, but spares labels far from 0 rounding. */
        private final double centre;

        private final double[] sums = new double[COUNTS];
        private final double[] rows = new double[COUNTS];
        /** In each block, the rows that came before; the last stays 0. */
        private final double[] below = new double[COUNTS];
        /** In each block, the rows that are tied, and the sum of their labels; the last stays 0. */
        private final double[] ties = new double[COUNTS];

        private final double[] labels = new double[COUNTS];
        private double allBelow;
        private double allTies;
        private double allLabels;

        Covariances(TargetOrder target, int from, int to) {
            this.target = target;
            this.centre = from < to ? target.label((from + to) >>> 1) : 0;
            for (int slot = from; slot < to; slot++) {
                rows[target.block(slot)]++;
            }
            for (int without = 0; without < COUNTS; without++) {
                rows[without] = to - from - rows[without];
            }
        }

        void add(int slot) {
            int block = target.block(slot);
            double label = target.label(slot) - centre;
            ties[block]++;
            labels[block] += label;
            allTies++;
            allLabels += label;
        }

        void endTies() {
            for (int without = 0; without < COUNTS; without++) {
                double rank = 2 * (allBelow - below[without]) + (allTies - ties[without]) - rows[without];
                sums[without] += (allLabels - labels[without]) * rank;
                below[without] += ties[without];
                ties[without] = 0;
                labels[without] = 0;
            }
            allBelow += allTies;
            allTies = 0;
            allLabels = 0;
        }

        /** Whether the labels without a block are all equal. */
        boolean isConstant(int without) {
            return sums[without] == 0;
        }
    }
}
