package podium.scoring.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.scoring.anonymization.Column;
import podium.scoring.learn.Features;
import podium.scoring.learn.NaiveBayes;
import podium.scoring.ratings.DateRule;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.RatingsPlan;
import podium.scoring.ratings.RatingsRelease;
import podium.scoring.ratings.RatingsSplit;
import podium.scoring.ratings.RatingsStages;
import podium.scoring.ratings.SyntheticRatings;
import podium.scoring.stage.Progress;

class UtilityTest {
    /**
     * Two users, two items. Training rows: user 0 rated item 0 with 5 and item 1 with 3, user 1 rated item 0 with 4. Mean 4; item 0:
     * (1 + 0) / (2 + 25) = 1/27, item 1: -1 / 26; user 1: (0 - 1/27) / (1 + 10) = -1/297. So user 1 rates item 1 with
     * 4 - 1/26 - 1/297.
     */
    @Test
    void theBiasModelIsAsByHand() {
        Ratings ratings =
                new Ratings(2, 2, new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}, new float[] {5, 3, 4, 1}, null);

        BiasModel model = new BiasModel(ratings, row -> row < 3);

        assertThat(model.predict(1, 1)).isCloseTo(4 - 1 / 26.0 - 1 / 297.0, within(1e-6));
    }

    @Test
    void thePredictionKeepsWithinTheRatingsThatWereSeen() {
        Ratings high = new Ratings(1, 1, new int[] {0, 0}, new int[] {0, 0}, new float[] {5, 5}, null);

        assertThat(new BiasModel(high, _ -> true).predict(0, 0)).isEqualTo(5);
    }

    /** Four of five with value a are of class 1, one of three with b: Laplace's rule adds one to each count. */
    @Test
    void theProbabilitiesOfNaiveBayesAreAsByHand() {
        Column value = Column.of("v", List.of("a", "a", "a", "a", "a", "b", "b", "b"));
        int[] label = {1, 1, 1, 1, 0, 1, 0, 0};

        NaiveBayes model =
                new NaiveBayes(new Features(8, List.of(value)), new int[] {0, 1, 2, 3, 4, 5, 6, 7}, label, 2);

        double ofOne = 6 / 10.0 * (5 / 7.0);
        double ofZero = 4 / 10.0 * (2 / 5.0);
        assertThat(model.probabilities(0)[1]).isCloseTo(ofOne / (ofOne + ofZero), within(1e-12));
        assertThat(model.probabilities(0)[0]).isCloseTo(ofZero / (ofOne + ofZero), within(1e-12));
    }

    @Test
    void whatIsTakenAwayCostsAndWhatIsKeptDoesNot() {
        Ratings raw = SyntheticRatings.generate(5, 3_000, 400, 90_000);

        double all =
                measure(raw, new RatingsPlan(1, 1, 1, 1, 0, DateRule.KEEP, 0)).worseBy();
        double half =
                measure(raw, new RatingsPlan(1, 1, 1, 0.5, 0, DateRule.DROP, 0)).worseBy();
        double tenth =
                measure(raw, new RatingsPlan(1, 1, 1, 0.1, 0, DateRule.DROP, 0)).worseBy();

        assertThat(all).isZero();
        assertThat(half).isBetween(0.001, 0.05);
        assertThat(tenth).isGreaterThan(2 * half);
    }

    @Test
    void betterIsNotWorse() {
        assertThat(new Utility("x", "roc-auc", true, 0.8, 0.6).worseBy()).isCloseTo(0.25, within(1e-12));
        assertThat(new Utility("x", "roc-auc", true, 0.8, 0.9).worseBy()).isNegative();
        assertThat(new Utility("x", "rmse", false, 0.8, 0.9).worseBy()).isCloseTo(0.125, within(1e-12));
    }

    private static Utility measure(Ratings raw, RatingsPlan plan) {
        RatingsRelease release = new RatingsStages(
                        raw, plan, new RatingsSplit(RatingsSplit.By.ROW, 0.3), new byte[32], Progress.NONE)
                .run()
                .release();
        assertThat(release.hidden()).isNotEqualTo(new BitSet());
        return RatingsUtility.measure(release, Progress.NONE).utility();
    }
}
