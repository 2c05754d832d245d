package podium.scoring.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import podium.scoring.metric.Rmse;

/**
 * The end of the Netflix Prize: BellKor's Pragmatic Chaos and The Ensemble, 0.00001 apart on 1,408,789 rows. The half/half
 * blend of the two files scored 0.855476, so the mean of their squared differences is 0.00844.
 */
class NetflixFinishTest {
    private static final int ROWS = 1_408_789;
    private static final double BELLKOR = 0.856704;
    private static final double ENSEMBLE = 0.856714;
    private static final double SQUARED_DIFFERENCE = 0.00844;

    private final Random random = new Random(20_090_726);
    private final double[] stars = random.ints(ROWS, 1, 6).asDoubleStream().toArray();

    @Test
    void isAStatisticalTie() {
        // Given two files with exactly these errors, out of two directions of errors at right angles
        double[] u = scaled(random.doubles(ROWS, -1, 1).toArray());
        double[] v = scaled(without(u, random.doubles(ROWS, -1, 1).toArray()));
        double x = (BELLKOR * BELLKOR + ENSEMBLE * ENSEMBLE - SQUARED_DIFFERENCE) / (2 * BELLKOR);
        double w = Math.sqrt(ENSEMBLE * ENSEMBLE - x * x);
        double[] bellkor = file(u, BELLKOR, v, 0);
        double[] ensemble = file(u, x, v, w);
        assertThat(meanProduct(difference(bellkor, ensemble), difference(bellkor, ensemble)))
                .isCloseTo(SQUARED_DIFFERENCE, within(1e-12));

        // When they are scored and compared
        BlockScore first = KernelScore.of(new Rmse(), stars, bellkor);
        BlockScore second = KernelScore.of(new Rmse(), stars, ensemble);
        Comparison comparison = Comparison.of(first, second);

        // Then
        assertThat(first.value()).isCloseTo(BELLKOR, within(1e-12));
        assertThat(second.value()).isCloseTo(ENSEMBLE, within(1e-12));
        assertThat(comparison.standardError()).isCloseTo(7.7e-5, within(1e-5));
        assertThat(comparison.z()).isCloseTo(-0.13, within(0.015));
        assertThat(comparison.isTie()).isTrue();
        // Their own errors are twenty times as large as their difference's: only the pairs can tell them apart.
        assertThat(first.standardError()).isGreaterThan(4 * comparison.standardError());
    }

    private double[] file(double[] u, double alongU, double[] v, double alongV) {
        double[] predictions = new double[ROWS];
        Arrays.setAll(predictions, row -> stars[row] + alongU * u[row] + alongV * v[row]);
        return predictions;
    }

    /** The vector scaled to a mean square of 1. */
    private static double[] scaled(double[] vector) {
        double factor = 1 / Math.sqrt(meanProduct(vector, vector));
        return Arrays.stream(vector).map(value -> value * factor).toArray();
    }

    /** What is at right angles to u, which has a mean square of 1. */
    private static double[] without(double[] u, double[] vector) {
        double along = meanProduct(u, vector);
        double[] rest = new double[ROWS];
        Arrays.setAll(rest, row -> vector[row] - along * u[row]);
        return rest;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[ROWS];
        Arrays.setAll(difference, row -> a[row] - b[row]);
        return difference;
    }

    private static double meanProduct(double[] a, double[] b) {
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            sum += a[row] * b[row];
        }
        return sum / ROWS;
    }
}
