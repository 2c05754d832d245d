package podium.scoring.metric.kernel;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import podium.scoring.metric.Cells;
import podium.scoring.metric.Evaluation;

/** Puts an evaluation together from what a kernel can say of a part as a whole and without a block. */
public final class Evaluations {
    /** In place of a block: none is left out. */
    public static final int NONE = -1;

    public static final String NO_ROWS = "there are no rows to evaluate";
    private static final String TOO_LARGE = "the sum over the rows is too large a number";

    private Evaluations() {}

    /**
     * The evaluation of one part.
     *
     * @param sizes how many rows (or groups) each cell has
     * @param flaw why the truth of this part has no score, null if it has
     * @param valueWithout the metric without a block, or as a whole with {@link #NONE}; NaN where it has no value
     */
    public static Evaluation of(int part, int[] sizes, @Nullable String flaw, IntToDoubleFunction valueWithout) {
        int first = part * Cells.BLOCKS;
        int rows = Arrays.stream(sizes, first, first + Cells.BLOCKS).sum();
        if (rows == 0) {
            return new Evaluation.Undefined(NO_ROWS);
        }
        if (flaw != null) {
            return new Evaluation.Undefined(flaw);
        }
        double value = valueWithout.applyAsDouble(NONE);
        if (!Double.isFinite(value)) {
            return new Evaluation.Undefined(TOO_LARGE);
        }
        double[] without = new double[Cells.BLOCKS];
        for (int block = 0; block < Cells.BLOCKS; block++) {
            int inBlock = sizes[first + block];
            without[block] =
                    inBlock == 0 ? value : inBlock == rows ? Double.NaN : finite(valueWithout.applyAsDouble(block));
        }
        return new Evaluation.Score(value, without);
    }

    /**
     * The same from values that were computed in one go.
     *
     * @param values the metric without each block, and after them as a whole
     */
    public static Evaluation of(int part, int[] sizes, @Nullable String flaw, double[] values) {
        return of(part, sizes, flaw, without -> values[without == NONE ? Cells.BLOCKS : without]);
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
