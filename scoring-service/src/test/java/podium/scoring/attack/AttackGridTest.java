package podium.scoring.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.scoring.ratings.DateRule;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.RatingsRelease;
import podium.scoring.ratings.SyntheticRatings;
import podium.scoring.stage.Progress;

class AttackGridTest {
    private static final Ratings RAW = SyntheticRatings.generate(5, 2_000, 1_000, 60_000);

    @Test
    void theGridHasEachCellOnce() {
        assertThat(AttackCell.grid()).hasSize(30).doesNotHaveDuplicates();
        assertThat(AttackCell.grid())
                .filteredOn(cell -> cell.wrong() > 0)
                .extracting(AttackCell::known, AttackCell::wrongRatings)
                .containsOnly(tuple(4, 1), tuple(8, 2));
    }

    @Test
    void aThousandTargetsAreAttackedInEachCell() {
        AttackReport report = new AttackGrid(1).attack(Plans.all(RAW, DateRule.KEEP), Progress.NONE);

        assertThat(report.cells()).extracting(CellOutcome::cell).isEqualTo(AttackCell.grid());
        assertThat(report.cells()).allSatisfy(cell -> {
            assertThat(cell.population().targets()).isEqualTo(1000);
            assertThat(cell.members()).as("everybody is a member").isEqualTo(cell.population());
        });
        assertThat(report.people()).isEqualTo(2_000);
        assertThat(report.worstForMembers().members().top1()).isGreaterThan(0.95);
    }

    @Test
    void withoutDatesTheCellsThatDifferInThemAreOne() {
        List<AttackCell> withoutDates = new AttackGrid(AttackCell.grid(), 10, 1, 1)
                .attack(Plans.all(RAW, DateRule.DROP), Progress.NONE).cells().stream()
                        .map(CellOutcome::cell)
                        .toList();

        assertThat(withoutDates).hasSize(10).allMatch(cell -> !cell.dates().known());
    }

    @Test
    void theSameSeedGivesTheSameReportOnAnyNumberOfThreads() {
        RatingsRelease release = Plans.hiding(Plans.sample(RAW, 0.5, 0.5, 1, DateRule.MONTH), 5);
        AttackReport one = new AttackGrid(AttackCell.grid(), 200, 9, 1).attack(release, Progress.NONE);

        assertThat(new AttackGrid(AttackCell.grid(), 200, 9, 3).attack(release, Progress.NONE))
                .isEqualTo(one);
        assertThat(new AttackGrid(AttackCell.grid(), 200, 8, 3).attack(release, Progress.NONE))
                .isNotEqualTo(one);
    }

    @Test
    void thePopulationIncludesThoseWhoAreNotReleased() {
        RatingsRelease release = Plans.sample(RAW, 0.1, 1, 1, DateRule.KEEP);

        AttackReport report = new AttackGrid(AttackCell.grid(), 1000, 1, 2).attack(release, Progress.NONE);

        assertThat(report.released()).isBetween(150, 250);
        CellOutcome worst = report.worstForPopulation();
        assertThat(worst.members().targets()).isEqualTo(report.released());
        assertThat(worst.members().top1()).isGreaterThan(0.95);
        assertThat(worst.population().top1())
                .isCloseTo(worst.members().top1() * report.released() / 2_000, within(0.03));
    }

    /** Nobody differs from anybody: the record is drawn, and the draw is right once in fifty. */
    @Test
    void amongEqualRecordsItIsAGuess() {
        Ratings same = people(50, 8, (user, item) -> 3);

        AttackReport report = new AttackGrid(AttackCell.grid(), 50, 1, 2).attack(all(same), Progress.NONE);

        double hits = report.cells().stream()
                .mapToInt(cell -> cell.members().hits())
                .average()
                .orElseThrow();
        assertThat(hits).isCloseTo(1, within(1.0));
        assertThat(report.cells().getFirst().medianBits()).isCloseTo(5.643856, within(1e-6)); // log2 50
        assertThat(report.worstForMembers().members().accepted()).isZero();
        assertThat(report.worstForMembers().members().recallAt20()).isZero();
    }

    /** Each has an item of his own; two known ratings are enough, and a wrong one of four does no harm. */
    @Test
    void whoHasItemsOfHisOwnIsFound() {
        int people = 40;
        int[] user = new int[8 * people];
        int[] item = new int[8 * people];
        float[] rating = new float[8 * people];
        for (int row = 0; row < user.length; row++) {
            user[row] = row / 8;
            item[row] = row;
            rating[row] = 1 + row % 5;
        }
        Ratings own = new Ratings(people, user.length, user, item, rating, null);

        AttackReport report = new AttackGrid(AttackCell.grid(), 40, 1, 2).attack(all(own), Progress.NONE);

        assertThat(report.cells()).hasSize(10).allSatisfy(cell -> {
            assertThat(cell.members().hits()).isEqualTo(40);
            assertThat(cell.members().recallAt95()).isEqualTo(1);
            assertThat(cell.members().acceptedRight()).isEqualTo(1);
            assertThat(cell.medianBits()).isLessThan(0.3);
        });
    }

    @Test
    void whoIsNotReleasedIsNeverFound() {
        RatingsRelease release = Plans.rows(RAW, row -> RAW.user(row) >= 1_000, DateRule.KEEP);
        BitSet inside = new BitSet();
        inside.set(1_000, 2_000);

        AttackReport report = new AttackGrid(AttackCell.grid(), 2_000, 1, 2).attack(release, Progress.NONE);

        assertThat(report.cells())
                .allSatisfy(cell -> assertThat(cell.population().hits())
                        .as("the same people as those who are found among members")
                        .isEqualTo(cell.members().hits()));
    }

    @Test
    void progressIsToldOfEveryTarget() {
        List<String> told = new ArrayList<>();
        Progress listener = new Progress() {
            @Override
            public void begin(String stage, long units) {
                told.add(stage + " " + units);
            }

            @Override
            public void advance(long units) {
                told.add("+" + units);
            }
        };

        new AttackGrid(AttackCell.grid(), 3, 1, 2).attack(Plans.all(RAW, DateRule.DROP), listener);

        assertThat(told).containsExactly("attack 3", "+1", "+1", "+1");
    }

    @Test
    void anEarlierReleaseIsOfTheSamePeople() {
        Ratings others = people(50, 8, (user, item) -> 3);
        AttackGrid grid = new AttackGrid(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> grid.attack(all(others), List.of(Plans.all(RAW, DateRule.KEEP)), Progress.NONE));
    }

    private interface Opinion {
        float of(int user, int item);
    }

    private static Ratings people(int users, int items, Opinion opinion) {
        int[] user = new int[users * items];
        int[] item = new int[users * items];
        float[] rating = new float[users * items];
        for (int row = 0; row < user.length; row++) {
            user[row] = row / items;
            item[row] = row % items;
            rating[row] = opinion.of(user[row], item[row]);
        }
        return new Ratings(users, items, user, item, rating, null);
    }

    private static RatingsRelease all(Ratings raw) {
        return Plans.all(raw, DateRule.KEEP);
    }
}
