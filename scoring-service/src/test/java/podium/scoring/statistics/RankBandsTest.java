package podium.scoring.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankBandsTest {
    private static final int BLOCKS = 8;

    @Test
    void aBandGoesOnAsLongAsTheRowsTieWithItsHead() {
        List<BlockScore> ranked = ranking(10, 11, 11.9, 12, 13.9, 14);

        assertThat(Comparison.of(ranked.get(1), ranked.get(4)).standardError()).isCloseTo(1, within(1e-12));
        assertThat(RankBands.of(ranked)).containsExactly(1, 1, 1, 2, 2, 3);
    }

    @Test
    void everybodyIsInABand() {
        assertThat(RankBands.of(List.of())).isEmpty();
        assertThat(RankBands.of(ranking(1))).containsExactly(1);
        assertThat(RankBands.of(ranking(1, 1))).containsExactly(1, 1);
    }

    /** Rows that each stand out in a block of their own, so that the error between any two is 1: they tie within 1.96. */
    private static List<BlockScore> ranking(double... values) {
        List<BlockScore> ranked = new ArrayList<>();
        for (double value : values) {
            double[] withoutBlock = new double[BLOCKS];
            Arrays.fill(withoutBlock, value);
            withoutBlock[ranked.size()] += Math.sqrt(BLOCKS / (2.0 * (BLOCKS - 1)));
            ranked.add(new BlockScore(value, withoutBlock));
        }
        return ranked;
    }
}
