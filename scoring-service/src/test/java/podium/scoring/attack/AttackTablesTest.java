package podium.scoring.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import podium.scoring.ratings.DateRule;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.RatingsRelease;
import podium.scoring.ratings.SyntheticRatings;
import podium.scoring.stage.Progress;

/**
 * The published figures of the attack, on synthetic ratings: how many people somebody finds who knows any of their ratings.
 * Seeds are fixed; the tolerances are those of the tables, several times the standard error of a thousand targets.
 */
class AttackTablesTest {
    private static final int TARGETS = 1000;

    /** At the density of the Netflix Prize: the same items, the same rows a user. Nightly, as many users as well. */
    private static final int NETFLIX_USERS = Integer.getInteger("podium.attack.users", 50_000);

    private static final AttackCell SIX_OF_EIGHT_WITH_DATES =
            new AttackCell(8, 0.25, new DateKnowledge(3), ItemChoice.ANY);

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

        AttackReport report = grid.attack(Plans.all(raw, DateRule.KEEP), Progress.NONE);

        assertThat(report.people()).isEqualTo(report.released()).isEqualTo(NETFLIX_USERS);
        assertThat(report.cells().get(0).members().top1()).isGreaterThanOrEqualTo(0.98);
        assertThat(report.cells().get(1).members().top1()).isGreaterThanOrEqualTo(0.4);
    }

    @Test
    void idsMerelyReplacedFindNearlyEverybody() {
        assertThat(top1(Plans.all(twentyThousand, DateRule.KEEP))).isCloseTo(0.99, within(0.1));
    }

    @Test
    void monthsInsteadOfDaysChangeNothing() {
        assertThat(top1(Plans.all(twentyThousand, DateRule.MONTH))).isCloseTo(0.99, within(0.1));
    }

    @Test
    void withoutDatesNineOfTen() {
        assertThat(top1(Plans.all(twentyThousand, DateRule.DROP))).isCloseTo(0.90, within(0.1));
    }

    @Test
    void withoutRareItemsHardlyLess() {
        assertThat(top1(Plans.itemsOf(twentyThousand, 50, DateRule.DROP))).isCloseTo(0.84, within(0.1));
    }

    @Test
    void aCapOfTwentyRowsHalvesIt() {
        assertThat(top1(Plans.capped(twentyThousand, 20, DateRule.DROP))).isCloseTo(0.41, within(0.1));
    }

    @Test
    void noiseOnRatingsIsWorthLittle() {
        assertThat(top1(Plans.randomized(twentyThousand, 0.1, DateRule.DROP))).isCloseTo(0.83, within(0.1));
    }

    @Test
    void halfOfTheRowsFindAThird() {
        assertThat(top1(Plans.sample(twentyThousand, 1, 0.5, 3, DateRule.DROP))).isCloseTo(0.35, within(0.1));
    }

    @Test
    void aFifthOfTheRowsFindOneOfSeven() {
        assertThat(top1(Plans.sample(twentyThousand, 1, 0.2, 3, DateRule.DROP))).isCloseTo(0.15, within(0.1));
    }

    private static double top1(RatingsRelease release) {
        AttackReport report =
                new AttackGrid(List.of(SIX_OF_EIGHT_WITH_DATES), TARGETS, 3, 2).attack(release, Progress.NONE);
        return report.cells().getFirst().members().top1();
    }
}
