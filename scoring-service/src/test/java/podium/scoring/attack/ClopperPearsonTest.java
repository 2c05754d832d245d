package podium.scoring.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClopperPearsonTest {
    /** The most hits that pass a bound, as published with it. */
    @ParameterizedTest
    @CsvSource({"0.01, 4", "0.05, 38", "0.09, 74", "0.20, 178"})
    void soManyHitsOfAThousandPassAndOneMoreDoesNot(double bound, int hits) {
        assertThat(ClopperPearson.upper95(hits, 1000)).isLessThanOrEqualTo(bound);
        assertThat(ClopperPearson.upper95(hits + 1, 1000)).isGreaterThan(bound);
    }

    /** Without a hit the limit is where missing n times has a probability of 5 %: 1 - 0.05^(1/n). */
    @Test
    void noHitLeavesTheRuleOfThree() {
        assertThat(ClopperPearson.upper95(0, 10)).isCloseTo(0.25886555, within(1e-8));
    }

    @Test
    void nothingTriedOrAlwaysHitIsAsBadAsCanBe() {
        assertThat(ClopperPearson.upper95(0, 0)).isEqualTo(1);
        assertThat(ClopperPearson.upper95(7, 7)).isEqualTo(1);
    }

    @Test
    void moreHitsThanTrialsAreAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClopperPearson.upper95(8, 7));
    }
}
