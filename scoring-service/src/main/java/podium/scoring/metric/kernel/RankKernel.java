package podium.scoring.metric.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podium.scoring.metric.Cells;
import podium.scoring.metric.Evaluation;
import podium.scoring.metric.Kernel;
import podium.scoring.metric.Values;
import podium.scoring.metric.order.PairSort;
import podium.scoring.metric.order.Places;

/**
 * The kernel of metrics that compare the order of the predictions with the order of the labels: each part's predictions in
 * ascending order, each with the slot of its row in the order of the labels. The predictions are sorted in their own array;
 * their slots take 4 bytes a row, moving them one bit a row. What is prepared of the truth is its {@link TargetOrder}.
 */
public final class RankKernel implements Kernel {
    /** Where a sweep puts the value on the part as a whole. */
    public static final int WHOLE = Cells.BLOCKS;

    private final TargetOrder target;
    private final int[] slotOfRow;
    private final int[] sizes;
    private final Sweep sweep;
    private final @Nullable String[] flaws;

    /** Computes a metric from a part's predictions in ascending order. */
    public interface Sweep {
        /**
         * The values of a part.
         *
         * @param keys the predictions, ascending; may be overwritten from from to to
         * @param slots the slots of their rows
         * @param from the first of the part, which has rows, and its first slot
         * @param to the end of the part
         * @return the value without each block, and at {@link #WHOLE} without none; NaN where it has none
         */
        double[] values(double[] keys, int[] slots, int from, int to);
    }

    public RankKernel(TargetOrder target, Sweep sweep) {
        this.target = target;
        this.slotOfRow = target.slotOfRow();
        this.sizes = target.cells().sizes();
        this.sweep = sweep;
        this.flaws = new @Nullable String[target.cells().parts()];
        for (int part = 0; part < flaws.length; part++) {
            int from = target.start(part);
            int to = target.start(part + 1);
            if (from < to && target.endOfTies(from, to) == to) {
                flaws[part] = "all rows have the same truth, so there is no order to find";
            }
        }
    }

    @Override
    public List<Evaluation> evaluate(Values predictions) {
        double[] p = Kinds.numbers(predictions);
        Kinds.sameRows(slotOfRow.length, predictions);
        Places.move(p, slotOfRow);
        int[] slots = new int[p.length];
        Arrays.setAll(slots, slot -> slot);
        PairSort sort = new PairSort();
        List<Evaluation> evaluations = new ArrayList<>(flaws.length);
        for (int part = 0; part < flaws.length; part++) {
            int from = target.start(part);
            int to = target.start(part + 1);
            sort.sort(p, slots, from, to);
            boolean hasOrder = from < to && flaws[part] == null;
            double[] values = hasOrder ? sweep.values(p, slots, from, to) : new double[WHOLE + 1];
            evaluations.add(Evaluations.of(part, sizes, flaws[part], values));
        }
        return evaluations;
    }
}
