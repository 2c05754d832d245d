package podium.scoring.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class SyntheticRatingsTest {
    private static final int USERS = 5_000;
    private static final int ITEMS = 2_000;
    private static final int ROWS = 500_000;

    private final Ratings ratings = SyntheticRatings.generate(1, USERS, ITEMS, ROWS);

    @Test
    void theSameSeedGivesTheSameBitsEverywhere() {
        Ratings again = SyntheticRatings.generate(1, USERS, ITEMS, ROWS);

        assertThat(digest(again)).isEqualTo(digest(ratings)).isEqualTo(DIGEST);
        assertThat(digest(SyntheticRatings.generate(2, USERS, ITEMS, ROWS))).isNotEqualTo(DIGEST);
    }

    private static final long DIGEST = 6015950668589665917L;

    private static long digest(Ratings ratings) {
        long digest = 0;
        for (int row = 0; row < ratings.rows(); row++) {
            digest = 31 * digest + ratings.user(row);
            digest = 31 * digest + ratings.item(row);
            digest = 31 * digest + (int) ratings.rating(row);
            digest = 31 * digest + ratings.day(row);
        }
        return digest;
    }

    @Test
    void everyUserHasRowsAndNobodyRatesAnItemTwice() {
        int[] rows = new int[USERS];
        BitSet pairs = new BitSet(USERS * ITEMS);
        for (int row = 0; row < ROWS; row++) {
            rows[ratings.user(row)]++;
            pairs.set(ratings.user(row) * ITEMS + ratings.item(row));
        }

        assertThat(pairs.cardinality()).isEqualTo(ROWS);
        Arrays.sort(rows);
        assertThat(rows[0]).isPositive();
        assertThat(rows[USERS - 1]).isEqualTo(ITEMS / 4);
        assertThat(rows[USERS / 2]).as("100 / exp(1 / 2)").isCloseTo(61, within(4));
    }

    /** Where few pairs have a row, so that hardly anybody's draws hit an item twice. */
    @Test
    void popularityFallsByThePowerLawThatIsSaid() {
        Ratings sparse = SyntheticRatings.generate(1, 100_000, ITEMS, 500_000);
        double[] rows = new double[ITEMS];
        double[] law = new double[ITEMS];
        for (int row = 0; row < sparse.rows(); row++) {
            rows[sparse.item(row)] -= 1.0 / sparse.rows();
        }
        for (int rank = 1; rank <= ITEMS; rank++) {
            law[rank - 1] = Math.pow(rank + 0.026 * ITEMS, -2);
        }
        Arrays.sort(rows);
        double all = Arrays.stream(law).sum();

        for (int first : new int[] {20, 200, 1_000}) {
            double share = -Arrays.stream(rows).limit(first).sum();
            double expected = Arrays.stream(law).limit(first).sum() / all;
            assertThat(share).as("share of the first " + first).isCloseTo(expected, within(0.02));
        }
    }

    @Test
    void ratingsAreWholeStarsAroundThreePointSix() {
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < ROWS; row++) {
            float rating = ratings.rating(row);
            assertThat(rating >= 1 && rating <= 5 && rating == (int) rating).isTrue();
            sum += rating;
            squares += rating * rating;
        }

        double mean = sum / ROWS;
        assertThat(mean).isCloseTo(3.6, within(0.05));
        assertThat(Math.sqrt(squares / ROWS - mean * mean)).isCloseTo(1.07, within(0.05));
    }

    @Test
    void aModelOfTheBiasesLeavesAnErrorOfNinetyFourHundredths() {
        double[] userBias = new double[USERS];
        double[] itemBias = new double[ITEMS];
        for (int round = 0; round < 6; round++) {
            itemBias = means(itemBias.length, userBias, true);
            userBias = means(userBias.length, itemBias, false);
        }
        double squares = 0;
        for (int row = 0; row < ROWS; row++) {
            double error = ratings.rating(row) - 3.6 - userBias[ratings.user(row)] - itemBias[ratings.item(row)];
            squares += error * error;
        }

        assertThat(Math.sqrt(squares / ROWS)).isCloseTo(0.93, within(0.02));
    }

    /** What ratings are above 3.6 and the other side's bias in the mean. */
    private double[] means(int count, double[] other, boolean ofItems) {
        double[] sum = new double[count];
        int[] n = new int[count];
        for (int row = 0; row < ROWS; row++) {
            int mine = ofItems ? ratings.item(row) : ratings.user(row);
            int theirs = ofItems ? ratings.user(row) : ratings.item(row);
            sum[mine] += ratings.rating(row) - 3.6 - other[theirs];
            n[mine]++;
        }
        for (int i = 0; i < count; i++) {
            sum[i] /= n[i] + 5;
        }
        return sum;
    }

    @Test
    void usersRateInBurstsWithinTheYears() {
        int[] rows = new int[USERS];
        int[] days = new int[USERS];
        BitSet seen = new BitSet();
        int year = 0;
        for (int row = 0; row < ROWS; row++) {
            int day = ratings.day(row);
            assertThat(day).isBetween(SyntheticRatings.FIRST_DAY, SyntheticRatings.LAST_DAY);
            if (row > 0 && ratings.user(row) != ratings.user(row - 1)) {
                seen.clear();
            }
            rows[ratings.user(row)]++;
            if (!seen.get(day)) {
                seen.set(day);
                days[ratings.user(row)]++;
            }
            year += day > SyntheticRatings.LAST_DAY - 365 ? 1 : 0;
        }

        double perDay = ROWS / (double) Arrays.stream(days).sum();
        assertThat(perDay).as("rows a user and day").isBetween(4.0, 9.0);
        assertThat(year / (double) ROWS).as("the last year's share").isCloseTo(0.55, within(0.05));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SyntheticRatings.generate(1, 10, 80, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> SyntheticRatings.generate(1, 10, 80, 101));
    }
}
