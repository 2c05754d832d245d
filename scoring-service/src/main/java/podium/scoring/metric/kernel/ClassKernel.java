package podium.scoring.metric.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import podium.scoring.metric.Cells;
import podium.scoring.metric.Evaluation;
import podium.scoring.metric.Kernel;
import podium.scoring.metric.Truth;
import podium.scoring.metric.Values;

/** The kernel of metrics that are a function of how often each class was predicted, rightly and wrongly: one pass. */
public final class ClassKernel implements Kernel {
    private final Truth truth;
    private final int labels;
    private final int classes;
    private final int[] sizes;
    private final int[] truths;
    private final boolean needsTwo;
    private final ToDoubleFunction<ClassCounts> value;
    private final @Nullable String[] flaws;

    /**
     * @param truth names, or numbers above and below 0.5
     * @param needsTwo whether a part whose rows are all of one class is a contest error
     * @param value from counts to the metric's value
     */
    public ClassKernel(Truth truth, boolean needsTwo, ToDoubleFunction<ClassCounts> value) {
        this.truth = truth;
        this.labels = truth.labels() instanceof Values.Codes ? truth.classes() : 2;
        this.classes = labels + 1;
        this.sizes = truth.cells().sizes();
        this.needsTwo = needsTwo;
        this.value = value;
        this.truths = new int[truth.cells().count() * classes];
        for (int row = 0; row < truth.cells().rows(); row++) {
            truths[truth.cells().of(row) * classes + classOf(truth.labels(), row)]++;
        }
        this.flaws = new @Nullable String[truth.cells().parts()];
        for (int part = 0; part < flaws.length; part++) {
            if (isTooFew(sum(truths, part))) {
                flaws[part] = "all rows have the same label";
            }
        }
    }

    private int classOf(Values values, int row) {
        if (truth.labels() instanceof Values.Codes) {
            int code = Kinds.codes(values)[row];
            return code < 0 ? labels : code;
        }
        return Kinds.numbers(values)[row] > Labelling.THRESHOLD ? 1 : 0;
    }

    private boolean isTooFew(int[] truthsOfClasses) {
        return needsTwo
                && Arrays.stream(truthsOfClasses).filter(count -> count > 0).count() < 2;
    }

    @Override
    public List<Evaluation> evaluate(Values predictions) {
        Kinds.sameRows(truth.cells().rows(), predictions);
        Cells cells = truth.cells();
        int[] hits = new int[truths.length];
        int[] predicted = new int[truths.length];
        long[] squares = new long[cells.count()];
        for (int row = 0; row < cells.rows(); row++) {
            int cell = cells.of(row);
            int y = classOf(truth.labels(), row);
            int p = classOf(predictions, row);
            predicted[cell * classes + p]++;
            if (y == p) {
                hits[cell * classes + y]++;
            } else {
                long distance = p == labels ? labels - 1 : y - p;
                squares[cell] += distance * distance;
            }
        }
        List<Evaluation> evaluations = new ArrayList<>(cells.parts());
        for (int part = 0; part < cells.parts(); part++) {
            int first = part * Cells.BLOCKS;
            ClassCounts whole = new ClassCounts(
                    Arrays.stream(sizes, first, first + Cells.BLOCKS).sum(),
                    sum(hits, part),
                    sum(truths, part),
                    sum(predicted, part),
                    Arrays.stream(squares, first, first + Cells.BLOCKS).sum());
            evaluations.add(Evaluations.of(part, sizes, flaws[part], without -> {
                if (without == Evaluations.NONE) {
                    return value.applyAsDouble(whole);
                }
                int cell = first + without;
                ClassCounts left = new ClassCounts(
                        whole.rows() - sizes[cell],
                        minus(whole.hits(), hits, cell),
                        minus(whole.truths(), truths, cell),
                        minus(whole.predicted(), predicted, cell),
                        whole.squares() - squares[cell]);
                return isTooFew(left.truths()) ? Double.NaN : value.applyAsDouble(left);
            }));
        }
        return evaluations;
    }

    private int[] sum(int[] counts, int part) {
        int[] sum = new int[classes];
        int first = part * Cells.BLOCKS * classes;
        for (int i = 0; i < Cells.BLOCKS * classes; i++) {
            sum[i % classes] += counts[first + i];
        }
        return sum;
    }

    private int[] minus(int[] sum, int[] counts, int cell) {
        int[] left = sum.clone();
        for (int k = 0; k < classes; k++) {
            left[k] -= counts[cell * classes + k];
        }
        return left;
    }
}
