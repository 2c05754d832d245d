package podium.scoring.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import podium.scoring.attack.AttackGrid;
import podium.scoring.attack.Plans;
import podium.scoring.ratings.DateRule;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.RatingsRelease;
import podium.scoring.ratings.SyntheticRatings;
import podium.scoring.stage.Progress;

class RatingsGateTest {
    private static final RatingsGate GATE = new RatingsGate(RatingsGate.POPULATION, RatingsGate.MEMBERS);

    private static Ratings raw;

    @BeforeAll
    static void generate() {
        raw = SyntheticRatings.generate(7, 20_000, 17_770, 2_500_000);
    }

    /** The population's bound alone would let it pass: only 3 % of all people can be found, though all of these are. */
    @Test
    void threePercentOfTheUsersWithIdsMerelyReplacedAreRefused() {
        GateVerdict verdict = judged(Plans.sample(raw, 0.03, 1, 1, DateRule.KEEP), List.of());

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.report().worstForPopulation().population().upper95()).isLessThan(0.05);
        assertThat(verdict.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.reasons()).singleElement().satisfies(reason -> {
                            assertThat(reason.code()).isEqualTo("identifiable-in-release");
                            assertThat(reason.message())
                                    .isEqualTo(
                                            "Somebody who knows 2 of a person's ratings of popular items and their dates to within 3"
                                                    + " days finds the right record for 604 of 604 people drawn from the people in the"
                                                    + " release: 100.0 % of them, and no more than 100.0 % with 95 % confidence. At most"
                                                    + " 20.0 % may be found.");
                        }));
        assertThat(verdict.worstCell()).isEqualTo(verdict.report().worstForMembers());
        assertThat(verdict.failedCells()).isEqualTo(30);
        assertThat(verdict.summary())
                .startsWith(
                        "604 of 20,000 people are in the release. It was attacked by imitating somebody who knows a few"
                                + " ratings of one person, in 30 ways. At best he finds 2.7 % of all people (if he knows")
                .endsWith("half of these are left among 2 records or fewer. 30 of 30 ways exceed a bound.");
    }

    @Test
    void idsMerelyReplacedAreRefusedByBothBounds() {
        GateVerdict verdict = judged(Plans.all(raw, DateRule.KEEP), List.of());

        assertThat(verdict.verdict())
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.reasons())
                        .extracting(Verdict.Reason::code)
                        .containsExactly("identifiable-in-population", "identifiable-in-release"));
    }

    @Test
    void twoSamplesOfTheSamePeoplePassAloneAndFailTogether() {
        RatingsRelease release = Plans.sample(raw, 0.2, 0.06, 1, DateRule.DROP);
        RatingsRelease earlier = Plans.sample(raw, 0.2, 0.06, 2, DateRule.DROP);

        assertThat(judged(release, List.of()).verdict()).isEqualTo(new Verdict.Passed());
        assertThat(judged(earlier, List.of()).verdict()).isEqualTo(new Verdict.Passed());
        assertThat(judged(release, List.of(earlier)).passed()).isFalse();
    }

    @Test
    void nothingReleasedIsNoRelease() {
        GateVerdict verdict = judged(Plans.rows(raw, row -> false, DateRule.KEEP), List.of());

        assertThat(verdict.verdict())
                .isEqualTo(new Verdict.Refused(
                        List.of(new Verdict.Reason("nobody-released", "Nothing of anybody is in the release."))));
    }

    @Test
    void boundsAreSharesThatBindSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RatingsGate(0, 0.2));
        assertThatIllegalArgumentException().isThrownBy(() -> new RatingsGate(0.05, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RatingsGate(Double.NaN, 0.2));
    }

    private static GateVerdict judged(RatingsRelease release, List<RatingsRelease> earlier) {
        return GATE.judge(new AttackGrid(4).attack(release, earlier, Progress.NONE));
    }
}
