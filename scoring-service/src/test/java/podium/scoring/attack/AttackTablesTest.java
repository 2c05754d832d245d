package podium.scoring.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import podium.scoring.ratings.DateRule;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.RatingsPlan;
import podium.scoring.ratings.RatingsRelease;
import podium.scoring.ratings.RatingsSplit;
import podium.scoring.ratings.RatingsStages;
import podium.scoring.ratings.SyntheticRatings;
import podium.scoring.stage.Progress;

/**
 * The published figures of the attack, on synthetic ratings: how many people somebody finds who knows any of their ratings.
 * Releases are made by the stages that make those of a contest. Seeds are fixed; the tolerances are those of the tables, several
 * times the standard error of a thousand targets.
 */
class AttackTablesTest {
    private static final int TARGETS = 1000;

    /** At the density of the Netflix Prize: the same items, the same rows a user. Nightly, as many users as well. */
    private static final int NETFLIX_USERS = Integer.getInteger("podium.attack.users", 50_000);

    private static final AttackCell SIX_OF_EIGHT_WITH_DATES =
            new AttackCell(8, 0.25, new DateKnowledge(3), ItemChoice.ANY);

    /** The tables are of releases without a test set; of so few users none is hidden. */
    private static final RatingsSplit NO_TEST_SET = new RatingsSplit(RatingsSplit.By.USER, 1e-9);

    private static Ratings twentyThousand;

    @BeforeAll
    static void generate() {
        twentyThousand = SyntheticRatings.generate(7, 20_000, 17_770, 2_500_000);
    }

    @Test
    void withIdsMerelyReplacedTheNetflixFiguresComeOut() {
        Ratings raw = SyntheticRatings.generate(7, NETFLIX_USERS, 17_770, (int) (NETFLIX_USERS * 209.2520715));
        AttackCell twoRatings = new AttackCell(2, 0, new DateKnowledge(14), ItemChoice.ANY);
        AttackGrid grid = new AttackGrid(List.of(SIX_OF_EIGHT_WITH_DATES, twoRatings), TARGETS, 3, 2);

        AttackReport report = grid.attack(released(raw, RatingsPlan.IDS_ONLY), Progress.NONE);

        assertThat(report.people()).isEqualTo(report.released()).isEqualTo(NETFLIX_USERS);
        assertThat(report.cells().get(0).members().top1()).isGreaterThanOrEqualTo(0.98);
        assertThat(report.cells().get(1).members().top1()).isGreaterThanOrEqualTo(0.4);
    }

    /** What stands in front of a plan is its figure in the table. */
    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource
    void whatEachDefenceLeaves(double figure, String defence, RatingsPlan plan) {
        RatingsRelease release = released(twentyThousand, plan);
        assertThat(release.hidden().isEmpty()).isTrue();

        AttackReport report =
                new AttackGrid(List.of(SIX_OF_EIGHT_WITH_DATES), TARGETS, 3, 2).attack(release, Progress.NONE);

        assertThat(report.cells().getFirst().members().top1()).isCloseTo(figure, within(0.1));
    }

    static Stream<Arguments> whatEachDefenceLeaves() {
        return Stream.of(
                arguments(0.99, "ids replaced only", RatingsPlan.IDS_ONLY),
                arguments(0.99, "dates to months", new RatingsPlan(1, 1, 1, 1, 0, DateRule.MONTH, 0)),
                arguments(0.90, "no dates", new RatingsPlan(1, 1, 1, 1, 0, DateRule.DROP, 0)),
                arguments(0.84, "items with 50 raters", new RatingsPlan(1, 50, 1, 1, 0, DateRule.DROP, 0)),
                arguments(0.41, "at most 20 rows a user", new RatingsPlan(1, 1, 1, 1, 20, DateRule.DROP, 0)),
                arguments(0.83, "randomized response", new RatingsPlan(1, 1, 1, 1, 0, DateRule.DROP, 0.1)),
                arguments(0.35, "half of the rows", new RatingsPlan(1, 1, 1, 0.5, 0, DateRule.DROP, 0)),
                arguments(0.15, "a fifth of the rows", new RatingsPlan(1, 1, 1, 0.2, 0, DateRule.DROP, 0)));
    }

    private static RatingsRelease released(Ratings raw, RatingsPlan plan) {
        return new RatingsStages(raw, plan, NO_TEST_SET, new byte[32], Progress.NONE)
                .run()
                .release();
    }
}
