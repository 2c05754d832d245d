package podium.scoring.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podium.scoring.ratings.DateRule;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.RatingsRelease;
import podium.scoring.ratings.SyntheticRatings;
import podium.scoring.stage.Progress;

class RecordLinkageTest {
    private static final int USERS = 2_000;
    private static final Ratings RAW = SyntheticRatings.generate(5, USERS, 2_000, 200_000);

    @Test
    void recordsOfTheSamePersonAreFoundAndOthersAreNot() {
        RatingsRelease release = Plans.sample(RAW, 1, 0.5, 1, DateRule.DROP);
        RatingsRelease earlier = Plans.sample(RAW, 1, 0.5, 2, DateRule.DROP);

        Records records = RecordLinkage.link(List.of(Records.of(release)), earlier, 2, Progress.NONE);

        int linked = records.below(USERS);
        long right =
                IntStream.range(0, USERS).filter(u -> records.recordOf(u) == u).count();
        assertThat(right).isGreaterThan(USERS * 6 / 10);
        assertThat(right / (double) linked).as("right ones of those linked").isGreaterThan(0.95);
        assertThat(IntStream.range(0, USERS).map(records::recordOf)).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, USERS).map(records::recordOf).filter(number -> number >= USERS))
                .allMatch(number -> number < records.recordNumbers());
    }

    @Test
    void rowsOfLinkedRecordsAreOneRecordsAndCountOnce() {
        RatingsRelease release = Plans.hiding(Plans.all(RAW, DateRule.DROP), 3);
        Records first = Records.of(release);
        Records again = new Records(
                Plans.all(RAW, DateRule.DROP), IntStream.range(0, USERS).toArray(), 2 * USERS);

        RatingIndex union = RatingIndex.of(List.of(first, again), 3);
        RatingIndex plain = RatingIndex.of(List.of(Records.of(Plans.all(RAW, DateRule.DROP))), 1);

        assertThat(union.records()).isEqualTo(USERS);
        assertThat(IntStream.range(0, 2_000).map(union::support).toArray())
                .isEqualTo(IntStream.range(0, 2_000).map(plain::support).toArray());
        assertThat(IntStream.range(0, 2_000).mapToObj(union::ratingsOf))
                .as("hidden ratings of the one are told by the other")
                .containsExactly(
                        IntStream.range(0, 2_000).mapToObj(plain::ratingsOf).toArray(int[][]::new));
    }

    @Test
    void twoReleasesTellMoreThanOne() {
        AttackGrid grid = new AttackGrid(AttackCell.grid(), 500, 1, 2);
        RatingsRelease release = Plans.sample(RAW, 1, 0.3, 1, DateRule.DROP);
        RatingsRelease earlier = Plans.sample(RAW, 1, 0.3, 2, DateRule.DROP);

        double alone = worst(grid.attack(release, Progress.NONE));
        AttackReport together = grid.attack(release, List.of(earlier), Progress.NONE);

        assertThat(together.linkedRecords()).isGreaterThan(USERS / 3);
        assertThat(worst(together)).isGreaterThan(alone + 0.1);
    }

    private static double worst(AttackReport report) {
        return report.worstForMembers().members().top1();
    }
}
