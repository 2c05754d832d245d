package podium.scoring.scoring;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import podium.scoring.holdout.Labels;
import podium.scoring.holdout.Solution;
import podium.scoring.metric.Cells;
import podium.scoring.metric.Kernel;
import podium.scoring.metric.Metric;
import podium.scoring.metric.Truth;
import podium.scoring.metric.Values;
import podium.scoring.prediction.LabelIndex;

/**
 * A solution as metrics and the reader want it, with the kernels that were prepared for it. Made once a solution; holds no
 * reference to it. Threads share it.
 */
final class PreparedTruth {
    private final Truth truth;
    private final LabelIndex names;
    private final Map<Metric, Kernel> kernels = new ConcurrentHashMap<>();

    private PreparedTruth(Truth truth, LabelIndex names) {
        this.truth = truth;
        this.names = names;
    }

    static PreparedTruth of(Solution solution) {
        List<String> classes = solution.labels().classes();
        return new PreparedTruth(
                Truth.of(values(solution.labels()), cells(solution), classes.size()), new LabelIndex(classes));
    }

    /** Labels as metrics want them. */
    static Values values(Labels labels) {
        return switch (labels) {
            case Labels.Numbers numbers -> new Values.Numbers(numbers.values());
            case Labels.Categories categories -> new Values.Codes(categories.codes());
        };
    }

    /** Which part and which block each row of a solution belongs to. */
    private static Cells cells(Solution solution) {
        byte[] cells = new byte[solution.rows()];
        for (int row = 0; row < cells.length; row++) {
            cells[row] = solution.cell(row);
        }
        return new Cells(cells, 2);
    }

    /** The names among the labels, empty if labels are numbers. */
    LabelIndex names() {
        return names;
    }

    /** A metric prepared for this truth. */
    Kernel kernel(Metric metric) {
        return kernels.computeIfAbsent(metric, wanted -> wanted.kernel(truth));
    }
}
