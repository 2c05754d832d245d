package podium.scoring.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.scoring.ratings.DateRule;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.RatingsRelease;

class ScoreboardTest {
    private static final int DAY = (int) LocalDate.of(2005, 6, 15).toEpochDay();

    /** Three people, two items: one on which all agree to differ, one that only the first rated. */
    private static final Ratings THREE =
            new Ratings(3, 2, new int[] {0, 1, 2, 0}, new int[] {0, 0, 0, 1}, new float[] {5, 4, 1, 3}, new int[] {
                DAY, DAY + 30, DAY - 60, DAY
            });

    @Test
    void agreementInRatingsAndDaysAddsUpByThePapersFormula() {
        Scoreboard scoreboard = scoreboard(new RatingsRelease(THREE, THREE, rows(4), new BitSet(), DateRule.KEEP));

        scoreboard.add(0, 5, DAY);

        // 1 / ln 3 times 2, exp(-1 / 1.5) + exp(-1) and exp(-4 / 1.5) + exp(-2)
        assertThat(scoreboard.score(0)).isCloseTo(1.82047845, within(1e-8));
        assertThat(scoreboard.score(1)).isCloseTo(0.80219070, within(1e-8));
        assertThat(scoreboard.score(2)).isCloseTo(0.18643405, within(1e-8));
        assertThat(scoreboard.ties()).isEqualTo(1);
        assertThat(scoreboard.bestRecordsOf(0)).isEqualTo(1);
        assertThat(scoreboard.bestRecordsOf(1)).isZero();

        scoreboard.add(1, 3, Ratings.NO_DAY);

        // one person is taken for two: 1 / ln 2
        assertThat(scoreboard.score(0)).isCloseTo(1.82047845 + 1.44269504, within(1e-8));
        assertThat(scoreboard.score(1)).isCloseTo(0.80219070, within(1e-8));
    }

    @Test
    void aHiddenRatingAgreesAsWellAsThePublishedOnesInTheMean() {
        BitSet hidden = new BitSet();
        hidden.set(0);
        Scoreboard scoreboard = scoreboard(new RatingsRelease(THREE, THREE, rows(4), hidden, DateRule.DROP));

        scoreboard.add(0, 4, DAY);

        // (1 + exp(-3 / 1.5)) / 2 / ln 3 for the first; the range of the ratings that are published is 1 to 5
        assertThat(scoreboard.score(1)).isCloseTo(0.91023923, within(1e-8));
        assertThat(scoreboard.score(0)).isCloseTo(0.51671336, within(1e-8));
    }

    @Test
    void nothingKnownOrNothingFoundIsAGuessAmongAll() {
        BitSet first = new BitSet();
        first.set(0, 3);
        Scoreboard scoreboard = scoreboard(new RatingsRelease(THREE, THREE, first, new BitSet(), DateRule.KEEP));

        scoreboard.add(1, 3, DAY);

        assertThat(scoreboard.ties()).isEqualTo(3);
        assertThat(scoreboard.bestRecordsOf(2)).isEqualTo(1);
        assertThat(scoreboard.eccentricity()).isZero();
        assertThat(scoreboard.bitsLeft(2)).isCloseTo(1.5849625, within(1e-6)); // log2 3
    }

    /** A date that somebody mistyped by centuries must not take the days of all others out of reach. */
    @Test
    void aDayFarFromAllOthersHarmsNone() {
        Ratings odd = new Ratings(
                3, 1, new int[] {0, 1, 2}, new int[3], new float[] {1, 5, 1}, new int[] {-700_000, DAY, DAY + 30});
        Scoreboard scoreboard = scoreboard(new RatingsRelease(odd, odd, rows(3), new BitSet(), DateRule.KEEP));

        scoreboard.add(0, 1, DAY);

        assertThat(scoreboard.score(0)).isCloseTo(1 / Math.log(3), within(1e-12));
        assertThat(scoreboard.score(2)).isCloseTo((1 + Math.exp(-1)) / Math.log(3), within(1e-12));
    }

    /** On percent, 37.5 points are what 1.5 stars are. */
    @Test
    void theScaleOfRatingsGrowsWithTheirRange() {
        Ratings percent = new Ratings(2, 1, new int[] {0, 1}, new int[2], new float[] {0, 100}, null);
        Scoreboard scoreboard = scoreboard(new RatingsRelease(percent, percent, rows(2), new BitSet(), DateRule.DROP));

        scoreboard.add(0, 37.5f, Ratings.NO_DAY);

        assertThat(scoreboard.score(0)).isCloseTo(Math.exp(-1) / Math.log(2), within(1e-12));
    }

    /** Against sums over all pairs, without index, codes, tables or increments. */
    @ParameterizedTest
    @EnumSource(DateRule.class)
    void theKernelDoesWhatTheFormulaSays(DateRule dates) {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 20; trial++) {
            RatingsRelease release = release(random, dates);
            Scoreboard scoreboard = scoreboard(release);
            SlowScoreboard slow = new SlowScoreboard(release);
            for (int k = 0; k < 8; k++) {
                int item = random.nextInt(release.raw().items());
                float rating = 1 + random.nextInt(5);
                int day = random.nextInt(4) == 0 ? Ratings.NO_DAY : DAY + random.nextInt(600);
                scoreboard.add(item, rating, day);
                slow.add(item, rating, day);
                assertSame(scoreboard, slow, release.raw().users());
            }
            scoreboard.clear();
            assertThat(scoreboard.eccentricity()).isZero();
        }
    }

    private static void assertSame(Scoreboard scoreboard, SlowScoreboard slow, int users) {
        assertThat(scoreboard.ties()).isEqualTo(slow.ties());
        assertThat(scoreboard.sigma()).isCloseTo(slow.sigma(), within(1e-9));
        assertThat(scoreboard.eccentricity()).isCloseTo(slow.eccentricity(), within(1e-6));
        for (int user = 0; user < users; user++) {
            if (slow.has(user)) {
                assertThat(scoreboard.score(user)).isCloseTo(slow.score(user), within(1e-12));
                assertThat(scoreboard.bestRecordsOf(user)).isEqualTo(slow.isBest(user) ? 1 : 0);
                assertThat(scoreboard.bitsLeft(user)).isCloseTo(slow.bitsLeft(user), within(0.01));
            } else {
                assertThat(scoreboard.bestRecordsOf(user)).isZero();
            }
        }
    }

    /** Sixty people, some of them without a row; some rows hidden, some not published, some without a day. */
    private static RatingsRelease release(SplittableRandom random, DateRule dates) {
        int rows = 500;
        int[] user = new int[rows];
        int[] item = new int[rows];
        float[] rating = new float[rows];
        int[] day = new int[rows];
        BitSet published = new BitSet();
        BitSet hidden = new BitSet();
        for (int row = 0; row < rows; row++) {
            user[row] = random.nextInt(60);
            item[row] = row < 5 ? 0 : random.nextInt(20);
            rating[row] = row < 5 ? row + 1 : 1 + random.nextInt(5);
            day[row] = random.nextInt(10) == 0 ? Ratings.NO_DAY : DAY + random.nextInt(600);
            published.set(row, row < 5 || (user[row] > 4 && random.nextInt(3) > 0));
            hidden.set(row, row >= 5 && published.get(row) && random.nextInt(5) == 0);
        }
        Ratings raw = new Ratings(60, 20, user, item, rating, day);
        return new RatingsRelease(raw, raw, published, hidden, dates);
    }

    private static Scoreboard scoreboard(RatingsRelease release) {
        return new Scoreboard(RatingIndex.of(List.of(Records.of(release)), 2));
    }

    private static BitSet rows(int count) {
        BitSet rows = new BitSet();
        rows.set(0, count);
        return rows;
    }
}
