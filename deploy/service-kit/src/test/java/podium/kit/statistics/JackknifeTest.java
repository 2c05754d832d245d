package podium.kit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JackknifeTest {
    /** Of a mean of n numbers, a block each, the jackknife is the textbook's standard error: s / sqrt(n). */
    @Test
    void theErrorOfAMeanIsTheTextbooks() {
        double[] numbers = {3, 1, 4, 1, 5};
        double sum = 14;
        double[] without = new double[numbers.length];
        for (int b = 0; b < numbers.length; b++) {
            without[b] = (sum - numbers[b]) / (numbers.length - 1);
        }

        double variance = (0.04 + 3.24 + 1.44 + 3.24 + 4.84) / 4;
        assertThat(Jackknife.standardError(without)).isCloseTo(Math.sqrt(variance / 5), within(1e-12));
    }

    @Test
    void anErrorThatIsNotKnownIsInfinite() {
        assertThat(Jackknife.standardError(new double[] {0.5})).isInfinite();
        assertThat(Jackknife.standardError(new double[0])).isInfinite();
        assertThat(Jackknife.standardError(new double[] {1, Double.NaN, 2})).isInfinite();
    }

    @Test
    void estimatesThatDoNotChangeHaveNoError() {
        assertThat(Jackknife.standardError(new double[] {2, 2, 2, 2})).isZero();
    }
}
