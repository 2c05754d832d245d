package podium.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The expected values are those of {@code "%.4f" % x} in Python. */
class RoundingTest {

    @Test
    void roundsToTheNearestDecimal() {
        assertThat(Rounding.round(0.856704, 4)).hasToString("0.8567");
        assertThat(Rounding.round(0.856750001, 4)).hasToString("0.8568");
        assertThat(Rounding.round(-1.23456, 4)).hasToString("-1.2346");
        assertThat(Rounding.round(12, 4)).hasToString("12.0000");
        assertThat(Rounding.round(0.7, 0)).hasToString("1");
    }

    @Test
    void takesTheExactValueOfTheDouble() {
        // 2.675 is 2.67499999999999982236431605997495353221893310546875, 0.00005 is 0.0000500000000000000023960868...
        assertThat(Rounding.round(2.675, 2)).hasToString("2.67");
        assertThat(Rounding.round(0.00005, 4)).hasToString("0.0001");
    }

    @Test
    void exactTiesGoToTheEvenDigit() {
        assertThat(Rounding.round(0.125, 2)).hasToString("0.12");
        assertThat(Rounding.round(0.375, 2)).hasToString("0.38");
        assertThat(Rounding.round(2.5, 0)).hasToString("2");
        assertThat(Rounding.round(-2.5, 0)).hasToString("-2");
    }

    @Test
    void zeroHasNoSign() {
        assertThat(Rounding.round(-0.0, 4)).hasToString("0.0000");
        assertThat(Rounding.round(-0.00001, 4)).hasToString("0.0000");
    }

    @Test
    void whatIsNoNumberIsNoScore() {
        assertThatThrownBy(() -> Rounding.round(Double.NaN, 4)).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Rounding.round(Double.POSITIVE_INFINITY, 4)).isInstanceOf(NumberFormatException.class);
    }
}
