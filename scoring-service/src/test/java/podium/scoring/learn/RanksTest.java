package podium.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RanksTest {
    @Test
    void equalValuesShareTheMeanOfTheirPlacesAndTheZerosAreEqual() {
        assertThat(Ranks.of(new double[] {3, 0.0, -0.0, -7, 3, 3})).containsExactly(5, 2.5, 2.5, 1, 5, 5);
        assertThat(Ranks.of(new double[0])).isEmpty();
    }

    @Test
    void aRankIsOneMoreThanHowManyAreSmallerAndHalfOfTheOthersThatAreEqual() {
        double[] values =
                new Random(1).doubles(300).map(x -> Math.floor(40 * x) - 20).toArray();

        double[] ranks = Ranks.of(values);

        for (int i = 0; i < values.length; i++) {
            double expected = 0.5;
            for (double other : values) {
                expected += other < values[i] ? 1 : other == values[i] ? 0.5 : 0;
            }
            assertThat(ranks[i]).isEqualTo(expected);
        }
    }
}
