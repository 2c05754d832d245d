package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import podium.scoring.metric.kernel.TwoClassKernel;
import podium.scoring.metric.order.Merge;

/**
 * Area under the ROC curve: the probability that a positive row is predicted higher than a negative one, ties counting half
 * ({@code sklearn.metrics.roc_auc_score}; Mann-Whitney's U of midranks over the number of pairs).
 *
 * <p>Counted in whole half-pairs and divided once, so the score is the correctly rounded quotient and depends on no order
 * of summation. With one class among the rows there is no pair, and no score.
 */
public record RocAuc() implements Metric {
    @Override
    public String name() {
        return "roc-auc";
    }

    @Override
    public String definition() {
        return "Area under the ROC curve: the share of pairs of a positive and a negative row that the predictions order"
                + " rightly, ties counting half.";
    }

    @Override
    public String edgeCases() {
        return "A part whose rows all have the same label is a contest error.";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.BINARY);
    }

    @Override
    public String memory() {
        return "up to 8 MB to sort in";
    }

    @Override
    public Kernel kernel(Truth truth) {
        return new TwoClassKernel(truth, true, RocAuc::areas);
    }

    /** The share of pairs in the right order, without each block and as a whole. */
    static double[] areas(Merge sorted, TwoClassKernel.Classes classes) {
        HalfPairs pairs = new HalfPairs(classes);
        while (sorted.advance()) {
            pairs.next(sorted.image(), sorted.segment());
        }
        pairs.endTies();
        double[] areas = new double[TwoClassKernel.WHOLE + 1];
        for (int block = 0; block <= TwoClassKernel.WHOLE; block++) {
            areas[block] =
                    pairs.without(block) / (2.0 * classes.positivesWithout(block) * classes.negativesWithout(block));
        }
        return areas;
    }

    /**
     * Counts twice the pairs whose positive row is above, plus the ties: of the whole part, with the positive row in each
     * block, with the negative one in it, and with both. The pairs without a block follow. Each count is below 2^62.
     */
    private static final class HalfPairs {
        private final TwoClassKernel.Classes classes;
        private final long[] withPositive = new long[Cells.BLOCKS];
        private final long[] withNegative = new long[Cells.BLOCKS];
        private final long[] withBoth = new long[Cells.BLOCKS];
        private final int[] negatives = new int[Cells.BLOCKS];
        private final int[] tied = new int[Cells.BLOCKS];
        private long total;
        private long positivesSeen;
        private long negativesSeen;
        private long image = Long.MIN_VALUE;
        private long negativesTied;
        private long positivesTied;
        /** The blocks with negative rows among those that are tied, as bits. */
        private long blocksTied;

        HalfPairs(TwoClassKernel.Classes classes) {
            this.classes = classes;
        }

        void next(long nextImage, int segment) {
            if (nextImage != image) {
                endTies();
                image = nextImage;
            }
            int block = segment & Cells.BLOCKS - 1;
            if (segment < Cells.BLOCKS) {
                negativesSeen++;
                negativesTied++;
                negatives[block]++;
                tied[block]++;
                blocksTied |= 1L << block;
                // As if all positive rows that are still to come were above; those that are tied are taken off at the
                // end.
                withNegative[block] += 2 * (classes.positives()[TwoClassKernel.WHOLE] - positivesSeen);
            } else {
                positivesSeen++;
                positivesTied++;
                long halves = 2 * negativesSeen - negativesTied;
                total += halves;
                withPositive[block] += halves;
                withBoth[block] += 2L * negatives[block] - tied[block];
            }
        }

        void endTies() {
            for (long bits = blocksTied; bits != 0; bits &= bits - 1) {
                int block = Long.numberOfTrailingZeros(bits);
                withNegative[block] -= tied[block] * positivesTied;
                tied[block] = 0;
            }
            blocksTied = 0;
            negativesTied = 0;
            positivesTied = 0;
        }

        long without(int block) {
            return block == TwoClassKernel.WHOLE
                    ? total
                    : total - withPositive[block] - withNegative[block] + withBoth[block];
        }
    }
}
