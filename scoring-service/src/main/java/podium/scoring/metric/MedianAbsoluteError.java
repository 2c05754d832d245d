package podium.scoring.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import podium.scoring.metric.kernel.Evaluations;
import podium.scoring.metric.kernel.Kinds;
import podium.scoring.metric.order.Merge;
import podium.scoring.metric.order.SegmentedOrder;

/**
 * Median absolute error: the median of {@code |p - y|}, of an even number of rows the mean of the two in the middle
 * ({@code sklearn.metrics.median_absolute_error}).
 */
public record MedianAbsoluteError() implements Metric {
    @Override
    public String name() {
        return "median-absolute-error";
    }

    @Override
    public String definition() {
        return "Median absolute error: the median of |prediction - truth|.";
    }

    @Override
    public String edgeCases() {
        return "Of an even number of rows the mean of the two in the middle.";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.NUMBER, TaskKind.BINARY);
    }

    @Override
    public String memory() {
        return "up to 8 MB to sort in";
    }

    @Override
    public Kernel kernel(Truth truth) {
        Cells cells = truth.cells();
        double[] y = Kinds.numbers(truth.labels());
        int[] sizes = cells.sizes();
        char[] segments = new char[cells.rows()];
        for (int row = 0; row < segments.length; row++) {
            segments[row] = (char) cells.of(row);
        }
        SegmentedOrder order = new SegmentedOrder(segments, cells.count());
        return predictions -> {
            double[] p = Kinds.numbers(predictions);
            Kinds.sameRows(cells.rows(), predictions);
            for (int row = 0; row < p.length; row++) {
                p[row] = Math.abs(p[row] - y[row]);
            }
            order.arrange(p);
            List<Evaluation> evaluations = new ArrayList<>(cells.parts());
            for (int part = 0; part < cells.parts(); part++) {
                int first = part * Cells.BLOCKS;
                Merge errors = order.merge(p, first, Cells.BLOCKS);
                double[] medians = medians(errors, Arrays.copyOfRange(sizes, first, first + Cells.BLOCKS));
                evaluations.add(Evaluations.of(part, sizes, null, medians));
            }
            return evaluations;
        };
    }

    /** The medians without each block, and as a whole: of all of them the middle is near the middle of the whole. */
    private static double[] medians(Merge errors, int[] sizes) {
        int rows = Arrays.stream(sizes).sum();
        int largest = Arrays.stream(sizes).max().orElse(0);
        int firstMiddle = (rows - largest - 1) / 2;
        int lastMiddle = (rows + largest) / 2;
        int[] seen = new int[Cells.BLOCKS + 1];
        double[] medians = new double[Cells.BLOCKS + 1];
        for (int at = 0; at <= lastMiddle && errors.advance(); at++) {
            int block = errors.segment();
            if (at >= firstMiddle) {
                for (int without = 0; without <= Cells.BLOCKS; without++) {
                    int left = without == Cells.BLOCKS ? rows : rows - sizes[without];
                    int place = at - seen[without];
                    if (without != block && (place == (left - 1) / 2 || place == left / 2)) {
                        medians[without] += left % 2 == 0 ? errors.value() / 2 : errors.value();
                    }
                }
            }
            seen[block]++;
        }
        return medians;
    }
}
