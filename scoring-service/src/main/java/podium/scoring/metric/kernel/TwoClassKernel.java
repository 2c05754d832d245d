package podium.scoring.metric.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podium.scoring.metric.Cells;
import podium.scoring.metric.Evaluation;
import podium.scoring.metric.Kernel;
import podium.scoring.metric.Truth;
import podium.scoring.metric.Values;
import podium.scoring.metric.order.Merge;
import podium.scoring.metric.order.SegmentedOrder;

/**
 * The kernel of metrics of two classes that see the order of the predictions only: each part's predictions in ascending
 * order, each with its class and block, in one pass. Everything is counted in whole numbers. In place, with a scratch of at
 * most 8 MB; 2 bytes a row are prepared of the truth.
 */
public final class TwoClassKernel implements Kernel {
    /** Where a sweep puts the value on the part as a whole. */
    public static final int WHOLE = Cells.BLOCKS;

    private static final int SEGMENTS = 2 * Cells.BLOCKS;

    private final Cells cells;
    private final int[] sizes;
    private final SegmentedOrder order;
    private final Sweep sweep;
    private final @Nullable String[] flaws;

    /** Computes a metric from a part's predictions in ascending order. */
    public interface Sweep {
        /**
         * The values of a part.
         *
         * @param sorted the predictions; negative ones come before positive ones of the same value
         * @param classes how many there are
         * @return the value without each block, and at {@link #WHOLE} without none; NaN where it has none
         */
        double[] values(Merge sorted, Classes classes);
    }

    /** How many rows of the two classes a part has, by block and at {@link #WHOLE} together. */
    @SuppressWarnings("ArrayRecordComponent") // read in hot loops
    public record Classes(long[] positives, long[] negatives) {
        /** The positive rows without a block. */
        public long positivesWithout(int block) {
            return without(positives, block);
        }

        /** The negative rows without a block. */
        public long negativesWithout(int block) {
            return without(negatives, block);
        }

        private static long without(long[] counts, int block) {
            return block == WHOLE ? counts[WHOLE] : counts[WHOLE] - counts[block];
        }
    }

    /**
     * @param truth numbers; those above 0 are positive
     * @param needsNegatives whether a part without negative rows is a contest error; one without positive rows always is
     */
    public TwoClassKernel(Truth truth, boolean needsNegatives, Sweep sweep) {
        this.cells = truth.cells();
        this.sizes = cells.sizes();
        this.sweep = sweep;
        double[] y = Kinds.numbers(truth.labels());
        char[] segments = new char[y.length];
        for (int row = 0; row < y.length; row++) {
            int inPart = y[row] > 0 ? Cells.BLOCKS : 0;
            segments[row] = (char) (cells.partOf(row) * SEGMENTS + inPart + cells.of(row) % Cells.BLOCKS);
        }
        this.order = new SegmentedOrder(segments, cells.parts() * SEGMENTS);
        this.flaws = new @Nullable String[cells.parts()];
        for (int part = 0; part < flaws.length; part++) {
            Classes classes = classes(part);
            if (classes.positives()[WHOLE] == 0) {
                flaws[part] = "no row is positive";
            } else if (needsNegatives && classes.negatives()[WHOLE] == 0) {
                flaws[part] = "no row is negative";
            }
        }
    }

    @Override
    public List<Evaluation> evaluate(Values predictions) {
        double[] p = Kinds.numbers(predictions);
        Kinds.sameRows(cells.rows(), predictions);
        order.arrange(p);
        List<Evaluation> evaluations = new ArrayList<>(cells.parts());
        for (int part = 0; part < cells.parts(); part++) {
            double[] values = flaws[part] == null
                    ? sweep.values(order.merge(p, part * SEGMENTS, SEGMENTS), classes(part))
                    : new double[WHOLE + 1];
            evaluations.add(Evaluations.of(part, sizes, flaws[part], values));
        }
        return evaluations;
    }

    private Classes classes(int part) {
        long[] positives = new long[WHOLE + 1];
        long[] negatives = new long[WHOLE + 1];
        for (int block = 0; block < Cells.BLOCKS; block++) {
            negatives[block] = order.size(part * SEGMENTS + block);
            positives[block] = order.size(part * SEGMENTS + Cells.BLOCKS + block);
            negatives[WHOLE] += negatives[block];
            positives[WHOLE] += positives[block];
        }
        return new Classes(positives, negatives);
    }
}
