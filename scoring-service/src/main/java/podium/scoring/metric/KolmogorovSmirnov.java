package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import podium.scoring.metric.kernel.TwoClassKernel;
import podium.scoring.metric.order.Merge;

/**
 * Kolmogorov-Smirnov statistic: the largest distance between the cumulative distributions of the predictions of positive and
 * of negative rows ({@code scipy.stats.ks_2samp}, two-sided).
 */
public record KolmogorovSmirnov() implements Metric {
    @Override
    public String name() {
        return "kolmogorov-smirnov";
    }

    @Override
    public String definition() {
        return "Kolmogorov-Smirnov statistic: the largest difference, over all thresholds, between the share of positive and"
                + " the share of negative rows that are predicted at or below the threshold.";
    }

    @Override
    public String edgeCases() {
        return "A part whose rows all have the same label is a contest error. The sign of the difference does not matter.";
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
        return new TwoClassKernel(truth, true, KolmogorovSmirnov::distances);
    }

    private static double[] distances(Merge sorted, TwoClassKernel.Classes classes) {
        Distance distance = new Distance(classes);
        long image = Long.MIN_VALUE;
        while (sorted.advance()) {
            if (sorted.image() != image) {
                distance.measure();
                image = sorted.image();
            }
            distance.next(sorted.segment());
        }
        return distance.largest();
    }

    /**
     * The differences of shares without each of the blocks, all at once in loops without branches. Shares are compared as
     * {@code |a N - b P| / (P N)}, whole numbers until the division, and kept as doubles for the vector instructions.
     */
    private static final class Distance {
        private static final int COUNTS = TwoClassKernel.WHOLE + 1;
        private final double[] allPositives = new double[COUNTS];
        private final double[] allNegatives = new double[COUNTS];
        private final double[] largest = new double[COUNTS];
        /** In each block, the rows so far; the last stays 0. */
        private final double[] positives = new double[COUNTS];

        private final double[] negatives = new double[COUNTS];
        private double positivesSeen;
        private double negativesSeen;

        Distance(TwoClassKernel.Classes classes) {
            for (int block = 0; block < COUNTS; block++) {
                allPositives[block] = classes.positivesWithout(block);
                allNegatives[block] = classes.negativesWithout(block);
            }
        }

        void next(int segment) {
            int block = segment & Cells.BLOCKS - 1;
            if (segment < Cells.BLOCKS) {
                negatives[block]++;
                negativesSeen++;
            } else {
                positives[block]++;
                positivesSeen++;
            }
        }

        void measure() {
            for (int block = 0; block < COUNTS; block++) {
                double difference = (positivesSeen - positives[block]) * allNegatives[block]
                        - (negativesSeen - negatives[block]) * allPositives[block];
                largest[block] = Math.max(largest[block], Math.abs(difference));
            }
        }

        double[] largest() {
            double[] shares = new double[COUNTS];
            for (int block = 0; block < COUNTS; block++) {
                shares[block] = largest[block] / (allPositives[block] * allNegatives[block]);
            }
            return shares;
        }
    }
}
