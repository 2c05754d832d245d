package podium.scoring.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podium.scoring.metric.RocAuc;

/**
 * For the area under the ROC curve the errors of DeLong, DeLong and Clarke-Pearson (Biometrics 44, 1988) are the ones to
 * compare with; 64 blocks know an error to about a tenth.
 */
class JackknifeOfAucTest {
    private static final int ROWS = 4096;
    private static final int PAIRS = 40;

    private final Random random = new Random(1988);

    @Test
    void agreesWithDeLong() {
        double[] labels = random.doubles(ROWS).map(u -> u < 0.3 ? 1 : 0).toArray();
        double ownErrors = 0;
        double pairedErrors = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            double[] one = predictions(labels, 1.2);
            double[] other = new double[ROWS];
            for (int row = 0; row < ROWS; row++) {
                other[row] = one[row] + 0.5 * random.nextGaussian();
            }
            BlockScore oneScore = KernelScore.of(new RocAuc(), labels, one);
            BlockScore otherScore = KernelScore.of(new RocAuc(), labels, other);
            double[] onePlacements = placements(labels, one);
            ownErrors += oneScore.standardError() / deLong(labels, onePlacements);
            pairedErrors += Comparison.of(oneScore, otherScore).standardError()
                    / deLong(labels, difference(onePlacements, placements(labels, other)));
        }

        assertThat(ownErrors / PAIRS).isCloseTo(1, within(0.05));
        assertThat(pairedErrors / PAIRS).isCloseTo(1, within(0.05));
    }

    private double[] predictions(double[] labels, double skill) {
        double[] predictions = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            predictions[row] = skill * labels[row] + random.nextGaussian();
        }
        return predictions;
    }

    /** For a positive row the share of negative ones that are predicted lower, for a negative row the other way round. */
    private static double[] placements(double[] labels, double[] predictions) {
        double[] positive = sorted(labels, predictions, 1);
        double[] negative = sorted(labels, predictions, 0);
        double[] placements = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            placements[row] = labels[row] > 0
                    ? below(negative, predictions[row]) / negative.length
                    : 1 - below(positive, predictions[row]) / positive.length;
        }
        return placements;
    }

    private static double[] sorted(double[] labels, double[] predictions, double label) {
        return IntStream.range(0, ROWS)
                .filter(row -> labels[row] == label)
                .mapToDouble(row -> predictions[row])
                .sorted()
                .toArray();
    }

    /** Predictions are drawn from a continuum: no two are equal. */
    private static double below(double[] sorted, double value) {
        int index = Arrays.binarySearch(sorted, value);
        return index < 0 ? -index - 1 : index;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            difference[row] = a[row] - b[row];
        }
        return difference;
    }

    private static double deLong(double[] labels, double[] placements) {
        return Math.sqrt(varianceOfMean(labels, placements, 1) + varianceOfMean(labels, placements, 0));
    }

    private static double varianceOfMean(double[] labels, double[] placements, double label) {
        double[] values = IntStream.range(0, ROWS)
                .filter(row -> labels[row] == label)
                .mapToDouble(row -> placements[row])
                .toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return squares / (values.length - 1) / values.length;
    }
}
