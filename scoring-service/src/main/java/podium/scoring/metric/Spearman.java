package podium.scoring.metric;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import podium.scoring.metric.kernel.RankKernel;
import podium.scoring.metric.kernel.TargetOrder;

/**
 * Spearman's rank correlation: Pearson's correlation of the midranks of truth and predictions
 * ({@code scipy.stats.spearmanr}).
 */
public record Spearman() implements Metric {
    @Override
    public String name() {
        return "spearman";
    }

    @Override
    public String definition() {
        return "Spearman's rank correlation: the correlation of the ranks of the predictions with the ranks of the truth, ties"
                + " having the mean of their ranks.";
    }

    @Override
    public String edgeCases() {
        return "Predictions that are all equal score 0. A constant truth is a contest error.";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.NUMBER, TaskKind.BINARY);
    }

    @Override
    public String memory() {
        return "4.25 bytes a row";
    }

    @Override
    public Kernel kernel(Truth truth) {
        TargetOrder target = new TargetOrder(truth);
        return new RankKernel(target, (keys, slots, from, to) -> correlations(target, keys, slots, from, to));
    }

    /** Ranks change with every row that is left out, so each block is a pass of its own over the sorted rows. */
    private static double[] correlations(TargetOrder target, double[] keys, int[] slots, int from, int to) {
        BitSet newKeys = new BitSet(to - from);
        for (int i = from + 1; i < to; i++) {
            newKeys.set(i - from, keys[i] != keys[i - 1]);
        }
        int[] sizes = new int[RankKernel.WHOLE + 1];
        for (int slot = from; slot < to; slot++) {
            sizes[target.block(slot)]++;
        }
        double[] values = new double[RankKernel.WHOLE + 1];
        for (int without = 0; without <= RankKernel.WHOLE; without++) {
            if (without == RankKernel.WHOLE || sizes[without] > 0) {
                Ranks ranks = new Ranks(to - from - sizes[without]);
                double truths = ranks.write(target, without, keys, from, to);
                values[without] = ranks.correlation(truths, newKeys, keys, slots, from, to);
            }
        }
        return values;
    }

    /**
     * Twice the midranks of so many rows, less their mean: whole numbers.
     *
     * @param rows how many rows are ranked
     */
    private record Ranks(int rows) {
        private double of(int below, int ties) {
            return 2.0 * below + ties - rows;
        }

        /** Writes the ranks of the labels by slot, NaN for those left out; returns the sum of their squares. */
        double write(TargetOrder target, int without, double[] ranks, int from, int to) {
            double squares = 0;
            int below = 0;
            for (int start = from; start < to; ) {
                int end = target.endOfTies(start, to);
                int ties = 0;
                for (int slot = start; slot < end; slot++) {
                    ties += target.block(slot) == without ? 0 : 1;
                }
                double rank = of(below, ties);
                for (int slot = start; slot < end; slot++) {
                    ranks[slot] = target.block(slot) == without ? Double.NaN : rank;
                }
                squares += ties * rank * rank;
                below += ties;
                start = end;
            }
            return squares;
        }

        /** Pearson's correlation of the ranks of the predictions with those written. */
        double correlation(double truths, BitSet newKeys, double[] ranks, int[] slots, int from, int to) {
            double products = 0;
            double squares = 0;
            int below = 0;
            for (int start = from; start < to; ) {
                int next = newKeys.nextSetBit(start - from + 1);
                int end = next < 0 ? to : from + next;
                int ties = 0;
                double sum = 0;
                for (int i = start; i < end; i++) {
                    double rank = ranks[slots[i]];
                    if (!Double.isNaN(rank)) {
                        sum += rank;
                        ties++;
                    }
                }
                double rank = of(below, ties);
                products += rank * sum;
                squares += ties * rank * rank;
                below += ties;
                start = end;
            }
            if (truths == 0) {
                return Double.NaN;
            }
            return squares == 0 ? 0 : Math.clamp(products / Math.sqrt(truths * squares), -1, 1);
        }
    }
}
