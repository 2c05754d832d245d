package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import podium.scoring.metric.kernel.TwoClassKernel;
import podium.scoring.metric.order.Merge;

/**
 * Average precision: {@code sum (R_n - R_(n-1)) P_n} over the thresholds, precision P and recall R among the rows predicted
 * at or above a threshold ({@code sklearn.metrics.average_precision_score}). It is a step function, not interpolated; rows
 * with the same prediction are one step.
 */
public record AveragePrecision() implements Metric {
    @Override
    public String name() {
        return "average-precision";
    }

    @Override
    public String definition() {
        return "Average precision: the sum over the thresholds of (rise of the recall) x (precision), rows with the same"
                + " prediction as one step.";
    }

    @Override
    public String edgeCases() {
        return "A part without positive rows is a contest error.";
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
        return new TwoClassKernel(truth, false, AveragePrecision::precisions);
    }

    private static double[] precisions(Merge sorted, TwoClassKernel.Classes classes) {
        Steps steps = new Steps(classes);
        long image = Long.MIN_VALUE;
        while (sorted.advance()) {
            if (sorted.image() != image) {
                steps.end();
                image = sorted.image();
            }
            steps.next(sorted.segment());
        }
        steps.end();
        double[] values = steps.sums;
        for (int block = 0; block <= TwoClassKernel.WHOLE; block++) {
            values[block] /= classes.positivesWithout(block);
        }
        return values;
    }

    /**
     * Goes up through the thresholds. For each step that has positive rows, the counts without each of the blocks are
     * computed for all of them at once, in loops without branches, which the compiler turns into vector instructions. Counts
     * are whole numbers below 2^53, kept as doubles for that reason.
     */
    private static final class Steps {
        private static final int COUNTS = TwoClassKernel.WHOLE + 1;
        private final double[] sums = new double[COUNTS];
        /** Without each block, the positive rows, and all rows, at or above the threshold. */
        private final double[] positives = new double[COUNTS];

        private final double[] rows = new double[COUNTS];
        /** In each block, the positive rows, and all rows, at the threshold; the last stays 0. */
        private final double[] positivesHere = new double[COUNTS];

        private final double[] rowsHere = new double[COUNTS];
        private double allPositivesHere;
        private double allRowsHere;

        Steps(TwoClassKernel.Classes classes) {
            for (int block = 0; block < COUNTS; block++) {
                positives[block] = classes.positivesWithout(block);
                rows[block] = positives[block] + classes.negativesWithout(block);
            }
        }

        void next(int segment) {
            int block = segment & Cells.BLOCKS - 1;
            rowsHere[block]++;
            allRowsHere++;
            if (segment >= Cells.BLOCKS) {
                positivesHere[block]++;
                allPositivesHere++;
            }
        }

        void end() {
            if (allPositivesHere > 0) {
                for (int block = 0; block < COUNTS; block++) {
                    // Where no row is left there is no positive one here either: 0 x 0 / 1.
                    sums[block] +=
                            (allPositivesHere - positivesHere[block]) * (positives[block] / Math.max(1, rows[block]));
                }
            }
            for (int block = 0; block < COUNTS; block++) {
                positives[block] -= allPositivesHere - positivesHere[block];
                rows[block] -= allRowsHere - rowsHere[block];
                positivesHere[block] = 0;
                rowsHere[block] = 0;
            }
            allPositivesHere = 0;
            allRowsHere = 0;
        }
    }
}
