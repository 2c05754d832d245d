package podium.scoring.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlockScoreTest {

    @Test
    void theErrorOfAMeanIsTheTextbooks() {
        // The mean of 1, 2, 3, 4, one row a block: s = sqrt(5/3), error s / sqrt(4).
        BlockScore mean = new BlockScore(2.5, new double[] {3, 8.0 / 3, 7.0 / 3, 2});

        assertThat(mean.standardError()).isCloseTo(Math.sqrt(5.0 / 12), within(1e-15));
    }

    @Test
    void theErrorOfADifferenceIsThatOfThePairs() {
        // The second mean is over 2, 4, 6, 8: the differences are 1, 2, 3, 4 again.
        BlockScore one = new BlockScore(5, new double[] {6, 16.0 / 3, 14.0 / 3, 4});
        BlockScore other = new BlockScore(2.5, new double[] {3, 8.0 / 3, 7.0 / 3, 2});

        Comparison comparison = Comparison.of(one, other);

        assertThat(comparison.difference()).isEqualTo(2.5);
        assertThat(comparison.standardError()).isCloseTo(Math.sqrt(5.0 / 12), within(1e-15));
        assertThat(comparison.z()).isCloseTo(2.5 / Math.sqrt(5.0 / 12), within(1e-12));
        assertThat(comparison.isTie()).isFalse();
    }

    @Test
    void twoAreTiedWhereTheIntervalHoldsZero() {
        assertThat(new Comparison(1.95, 1).isTie()).isTrue();
        assertThat(new Comparison(1.97, 1).isTie()).isFalse();
        assertThat(new Comparison(-1.95, 1).isTie()).isTrue();
        assertThat(new Comparison(-1.97, 1).isTie()).isFalse();
        assertThat(new Comparison(0, 0).isTie()).isTrue();
        assertThat(new Comparison(0, 0).z()).isZero();
    }

    @Test
    void anErrorThatIsNotKnownTellsNothingApart() {
        BlockScore noBlocks = new BlockScore(1, new double[0]);
        BlockScore oneBlock = new BlockScore(1, new double[] {1});
        BlockScore undefined = new BlockScore(1, new double[] {1, Double.NaN, 2});

        assertThat(noBlocks.standardError()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(oneBlock.standardError()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(undefined.standardError()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Comparison.of(undefined, new BlockScore(9, new double[] {9, 9, 9}))
                        .isTie())
                .isTrue();
        assertThatThrownBy(undefined::shownHalfWidth).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void scoresOfOtherBlocksAreNotCompared() {
        BlockScore one = new BlockScore(1, new double[] {1, 1});
        BlockScore other = new BlockScore(1, new double[] {1, 1, 1});

        assertThatThrownBy(() -> Comparison.of(one, other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIntervalIsShownWithTwoDigits() {
        // Two blocks: the error is half of what lies between the scores.
        assertThat(new BlockScore(0.5, new double[] {0.49, 0.51}).shownHalfWidth())
                .isEqualTo(new BigDecimal("0.020"));
        assertThat(new BlockScore(0.5, new double[] {0.4994, 0.5006}).shownHalfWidth())
                .isEqualTo(new BigDecimal("0.0012"));
        assertThat(new BlockScore(500, new double[] {400, 600}).shownHalfWidth())
                .isEqualByComparingTo(new BigDecimal("200"));
    }

    @Test
    void blocksThatAPartDoesNotUseAreLeftOut() {
        double[] all = new double[Blocks.MOST];
        Arrays.setAll(all, b -> b < 3 ? 1 : 0);

        assertThat(BlockScore.of(1, all, 24).withoutBlock()).containsExactly(1, 1, 1);
        assertThat(Blocks.count(4)).isEqualTo(1);
        assertThat(Blocks.count(23)).isEqualTo(2);
        assertThat(Blocks.count(511)).isEqualTo(63);
        assertThat(Blocks.count(1_000_000)).isEqualTo(64);
    }

    @Test
    void isEqualByContentAndSaysNothing() {
        BlockScore score = new BlockScore(0.123456, new double[] {0.654321});

        assertThat(score)
                .isEqualTo(new BlockScore(0.123456, new double[] {0.654321}))
                .hasSameHashCodeAs(new BlockScore(0.123456, new double[] {0.654321}))
                .isNotEqualTo(new BlockScore(0.123456, new double[] {0.654322}))
                .isNotEqualTo(new BlockScore(0.123457, new double[] {0.654321}));
        assertThat(score.toString()).isEqualTo("BlockScore[1 blocks]");
        assertThatThrownBy(() -> new BlockScore(Double.NaN, new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BlockScore(1, new double[65])).isInstanceOf(IllegalArgumentException.class);
    }
}
