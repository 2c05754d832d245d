package podium.scoring.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import podium.scoring.ratings.DateRule;
import podium.scoring.ratings.Ratings;

class RatingCodesTest {
    @Test
    void fewDifferentRatingsKeepTheirValues() {
        RatingCodes codes = codes(0.5f, 5, 3.5f, 3.5f, -1, 0);

        assertThat(codes.count()).isEqualTo(5);
        assertThat(codes.range()).isEqualTo(6);
        for (float rating : new float[] {-1, 0, 0.5f, 3.5f, 5}) {
            assertThat(codes.value(codes.code(rating))).isEqualTo(rating);
        }
    }

    /** As many as there are codes, so that several share a slot of the table. */
    @Test
    void asManyAsThereAreCodesKeepTheirValues() {
        float[] ratings = new float[RatingCodes.MOST];
        for (int i = 0; i < ratings.length; i++) {
            ratings[i] = (float) Math.sqrt(i);
        }

        RatingCodes codes = codes(ratings);

        assertThat(codes.count()).isEqualTo(RatingCodes.MOST);
        for (float rating : ratings) {
            assertThat(codes.value(codes.code(rating))).isEqualTo(rating);
        }
    }

    @Test
    void moreThanThatAreRoundedToStepsOfTheRange() {
        float[] ratings = new float[5_000];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < ratings.length; i++) {
            ratings[i] = i == 0 ? -10 : i == 1 ? 10 : (float) (20 * random.nextDouble() - 10);
        }

        RatingCodes codes = codes(ratings);

        assertThat(codes.count()).isEqualTo(RatingCodes.MOST);
        assertThat(codes.range()).isEqualTo(20);
        for (float rating : ratings) {
            int code = codes.code(rating);
            assertThat(code).isBetween(0, RatingCodes.MOST - 1);
            assertThat(codes.value(code)).isCloseTo(rating, within(10.001f / 253));
        }
    }

    private static RatingCodes codes(float... ratings) {
        Ratings raw = new Ratings(1, ratings.length, new int[ratings.length], new int[ratings.length], ratings, null);
        return RatingCodes.of(List.of(Records.of(Plans.all(raw, DateRule.DROP))));
    }
}
