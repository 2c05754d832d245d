package podium.leaderboard.band;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoardBandsTest {
    private static final int BLOCKS = 8;

    private final List<UUID> teams =
            IntStream.range(0, 6).mapToObj(i -> new UUID(0, i)).toList();

    @Test
    void aBandGoesOnAsLongAsTheRowsTieWithItsHead() {
        assertThat(bands(10, 11, 11.9, 12, 13.9, 14)).containsExactly(1, 1, 1, 2, 2, 3);
        assertThat(bands(14, 13.9, 12, 11.9, 11, 10)).containsExactly(1, 1, 2, 2, 2, 3);
    }

    @Test
    void whoHasNoStatisticsIsPassedOver() {
        assertThat(bands(10, Double.NaN, 11.9, Double.NaN, 12, 12)).containsExactly(1, null, 1, null, 2, 2);
    }

    @Test
    void withoutStatisticsThereAreNoBands() {
        assertThat(BoardBands.of(teams, _ -> null)).isSameAs(BoardBands.NONE);
        assertThat(BoardBands.of(List.of(), _ -> null)).isSameAs(BoardBands.NONE);
    }

    @Test
    void scoresOfDifferentBlocksAreNotTied() {
        BlockScore eight = score(10, 0);
        BlockScore seven = new BlockScore(10, Arrays.copyOf(eight.withoutBlock(), 7));

        assertThat(seven.isTiedWith(eight)).isFalse();
        assertThat(new BlockScore(1, new double[] {1}).isTiedWith(new BlockScore(1, new double[] {1})))
                .isFalse();
    }

    @Test
    void theFingerprintTellsBandsApart() {
        assertThat(of(10, 11, 12, 13, 14, 15).fingerprint())
                .isEqualTo(of(10, 11, 12, 13, 14, 15).fingerprint())
                .isNotEqualTo(of(10, 11, 11.5, 13, 14, 15).fingerprint())
                .startsWith("-");
    }

    private Integer[] bands(double... values) {
        Map<UUID, Integer> ofTeam = of(values).ofTeam();
        return teams.stream().map(ofTeam::get).toArray(Integer[]::new);
    }

    private BoardBands of(double... values) {
        Map<UUID, BlockScore> scores = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                scores.put(teams.get(i), score(values[i], i));
            }
        }
        return BoardBands.of(teams, scores::get);
    }

    /** Scores that each stand out in a block of their own, so that the error between any two is 1: they tie within 1.96. */
    private static BlockScore score(double value, int own) {
        double[] withoutBlock = new double[BLOCKS];
        Arrays.fill(withoutBlock, value);
        withoutBlock[own] += Math.sqrt(BLOCKS / (2.0 * (BLOCKS - 1)));
        return new BlockScore(value, withoutBlock);
    }
}
