package podium.scoring.holdout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatestRowsTest {

    @Test
    void theLatestRowsAreHidden() {
        assertThat(hidden("0.4", 50, 10, 40, 20, 30)).containsExactly(0, 2);
    }

    @Test
    void rowsOfOneInstantStayTogether() {
        // Two of five would cut the three rows of 40 in two: only what is later is hidden.
        assertThat(hidden("0.4", 40, 10, 40, 50, 40)).containsExactly(3);
    }

    @Test
    void atLeastTheLatestInstantIsHidden() {
        assertThat(hidden("0.2", 40, 10, 40, 20, 40)).containsExactly(0, 2, 4);
    }

    @Test
    void everyTrainingRowIsEarlierThanEveryHiddenOne() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            long[] times = random.longs(30, 0, 12).toArray();
            BitSet hidden = HoldoutSplit.hiddenLatest(times, new BigDecimal("0.3"));
            long latest = Long.MIN_VALUE;
            long earliest = Long.MAX_VALUE;
            for (int row = 0; row < times.length; row++) {
                if (hidden.get(row)) {
                    earliest = Math.min(earliest, times[row]);
                } else {
                    latest = Math.max(latest, times[row]);
                }
            }
            assertThat(latest).isLessThan(earliest);
            assertThat(hidden.cardinality()).isPositive();
        }
    }

    private static int[] hidden(String share, long... times) {
        return HoldoutSplit.hiddenLatest(times, new BigDecimal(share)).stream().toArray();
    }
}
