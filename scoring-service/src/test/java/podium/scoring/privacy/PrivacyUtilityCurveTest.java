package podium.scoring.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.scoring.attack.Plans;
import podium.scoring.ratings.DateRule;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.RatingsRelease;
import podium.scoring.ratings.SyntheticRatings;
import podium.scoring.stage.Progress;

class PrivacyUtilityCurveTest {
    private static final Ratings RAW = SyntheticRatings.generate(7, 5_000, 5_000, 500_000);
    private static final RatingsGate GATE = new RatingsGate(RatingsGate.POPULATION, RatingsGate.MEMBERS);

    @Test
    void theSearchEndsAtAPlanThatPassesAndSaysWhatHelped() {
        Sampling refused = new Sampling(0.4, 0.5, Sampling.NO_CAP);

        PrivacyUtilityCurve curve = search(refused, 30);

        TriedPlan plan = curve.points().getFirst();
        assertThat(plan.sampling()).isEqualTo(refused);
        assertThat(plan.passes()).isFalse();
        assertThat(curve.mostHelpful())
                .hasValueSatisfying(point -> assertThat(point.stage()).isEqualTo("sample-rows"));
        assertThat(curve.best()).hasValueSatisfying(best -> {
            assertThat(best.sampling()).isEqualTo(new Sampling(0.2, 0.03125, Sampling.NO_CAP));
            assertThat(best.populationUpper95()).isLessThanOrEqualTo(0.05);
            assertThat(best.membersUpper95()).isLessThanOrEqualTo(0.20);
        });
        assertThat(curve.words())
                .startsWith("16 plans were tried on 300 targets each")
                .contains("What helps most, each alone: sample-rows to 40 % of users, 25 % of their rows: at most")
                .contains("The least loss at which both bounds held: 20 % of users, 3.13 % of their rows (at most");
    }

    @Test
    void whereNothingPassesTheCodeIsBroughtToTheData() {
        PrivacyUtilityCurve curve = search(new Sampling(1, 1, 40), 4);

        assertThat(curve.points())
                .extracting(TriedPlan::stage, point -> point.sampling().words())
                .containsExactly(
                        tuple("plan", "100 % of users, 100 % of their rows, at most 40 a user"),
                        tuple("sample-users", "50 % of users, 100 % of their rows, at most 40 a user"),
                        tuple("sample-rows", "100 % of users, 50 % of their rows, at most 40 a user"),
                        tuple("cap-rows", "100 % of users, 100 % of their rows, at most 20 a user"));
        assertThat(curve.best()).isEmpty();
        assertThat(curve.words()).endsWith("the answer is to bring the code to the data.");
    }

    @Test
    void aPlanThatPassesIsTheWholeCurve() {
        PrivacyUtilityCurve curve = search(new Sampling(0.1, 0.01, Sampling.NO_CAP), 30);

        assertThat(curve.points()).hasSize(1);
        assertThat(curve.best()).contains(curve.points().getFirst());
        assertThat(curve.mostHelpful()).isEmpty();
    }

    @Test
    void whatPublishesNothingIsNoPlan() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sampling(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sampling(1, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sampling(1, 1, 0));
    }

    private static PrivacyUtilityCurve search(Sampling plan, int tries) {
        return new PrivacyUtilitySearch(GATE, PrivacyUtilityCurveTest::sampled, List.of(), 1)
                .from(plan, 300, tries, Progress.NONE);
    }

    /** Stages of a line each, and a loss that grows with what is left out. */
    private static Sampler.Sampled sampled(Sampling sampling) {
        RatingsRelease sample = Plans.sample(RAW, sampling.userShare(), sampling.rowShare(), 1, DateRule.DROP);
        int[] count = new int[RAW.users()];
        BitSet published = new BitSet();
        sample.published().stream()
                .filter(row -> count[RAW.user(row)]++ < sampling.rowCap())
                .forEach(published::set);
        RatingsRelease capped = new RatingsRelease(RAW, RAW, published, new BitSet(), DateRule.DROP);
        return new Sampler.Sampled(capped, 0.1 * (1 - published.cardinality() / (double) RAW.rows()));
    }
}
