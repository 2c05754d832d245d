package podium.scoring.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podium.scoring.stage.Progress;
import podium.scoring.stage.StageRecord;

class RatingsStagesTest {
    private static final Ratings RAW = SyntheticRatings.generate(3, 2_000, 300, 40_000);
    private static final RatingsSplit BY_ROW = new RatingsSplit(RatingsSplit.By.ROW, 0.3);
    private static final RatingsPlan ALL = new RatingsPlan(1, 1, 1, 1, 0, DateRule.KEEP, 0);

    @Test
    void theSamePlanAndKeyGiveTheSameReleaseAndAnotherKeyAnother() {
        RatingsRelease one =
                run(RatingsPlan.DEFAULT.sampled(0.5, 0.5, 0), BY_ROW, 1).release();
        RatingsRelease again =
                run(RatingsPlan.DEFAULT.sampled(0.5, 0.5, 0), BY_ROW, 1).release();
        RatingsRelease other =
                run(RatingsPlan.DEFAULT.sampled(0.5, 0.5, 0), BY_ROW, 2).release();

        assertThat(again.published()).isEqualTo(one.published()).isNotEqualTo(other.published());
        assertThat(again.hidden()).isEqualTo(one.hidden());
    }

    @Test
    void sharesAreKeptAsFarAsChanceAllows() {
        RatingsRelease release = run(new RatingsPlan(0.4, 1, 1, 0.25, 0, DateRule.DROP, 0), BY_ROW, 1)
                .release();

        Set<Integer> users = new HashSet<>();
        release.published().stream().forEach(row -> users.add(RAW.user(row)));
        long rowsOfThem = IntStream.range(0, RAW.rows())
                .filter(row -> users.contains(RAW.user(row)))
                .count();
        assertThat(users.size()).isBetween(640, 860);
        assertThat((double) release.published().cardinality() / rowsOfThem).isBetween(0.23, 0.28);
        assertThat((double) release.hidden().cardinality() / release.published().cardinality())
                .isBetween(0.27, 0.33);
    }

    @Test
    void whatFewShareIsLeftOutUntilNothingOfItIsLeft() {
        RatingsRelease release = run(new RatingsPlan(1, 150, 12, 1, 0, DateRule.DROP, 0), BY_ROW, 1)
                .release();

        Map<Integer, Set<Integer>> usersOfItem = new HashMap<>();
        Map<Integer, Integer> rowsOfUser = new HashMap<>();
        release.published().stream().forEach(row -> {
            usersOfItem.computeIfAbsent(RAW.item(row), _ -> new HashSet<>()).add(RAW.user(row));
            rowsOfUser.merge(RAW.user(row), 1, Integer::sum);
        });
        assertThat(usersOfItem).isNotEmpty().hasSizeLessThan(300);
        assertThat(usersOfItem.values()).allMatch(users -> users.size() >= 150);
        assertThat(rowsOfUser.values()).allMatch(rows -> rows >= 12);
    }

    /** Item 0 has three rows of two users: two people share it, not three. */
    @Test
    void aUserWhoRatedAnItemTwiceIsOnePerson() {
        Ratings twice = new Ratings(2, 1, new int[] {0, 0, 1}, new int[] {0, 0, 0}, new float[] {1, 2, 3}, null);

        assertThat(new RatingsStages(
                                twice, new RatingsPlan(1, 3, 1, 1, 0, DateRule.DROP, 0), BY_ROW, key(1), Progress.NONE)
                        .run()
                        .release()
                        .published()
                        .cardinality())
                .isZero();
        assertThat(new RatingsStages(
                                twice, new RatingsPlan(1, 2, 1, 1, 0, DateRule.DROP, 0), BY_ROW, key(1), Progress.NONE)
                        .run()
                        .release()
                        .published()
                        .cardinality())
                .isEqualTo(3);
    }

    @Test
    void nobodyHasMoreRowsThanTheCap() {
        RatingsRelease release =
                run(new RatingsPlan(1, 1, 1, 1, 7, DateRule.DROP, 0), BY_ROW, 1).release();

        int[] raw = perUser(RAW, null);
        int[] left = perUser(RAW, release.published());
        assertThat(IntStream.range(0, RAW.users())).allMatch(user -> left[user] == Math.min(7, raw[user]));
    }

    @Test
    void theLatestDaysAreHiddenWhereTheSplitIsByTime() {
        RatingsRelease release =
                run(ALL, new RatingsSplit(RatingsSplit.By.TIME, 0.2), 1).release();

        int firstHidden = release.hidden().stream().map(RAW::day).min().orElseThrow();
        int lastTold = release.published().stream()
                .filter(row -> !release.hidden().get(row))
                .map(RAW::day)
                .max()
                .orElseThrow();
        assertThat(lastTold).isLessThan(firstHidden);
        assertThat((double) release.hidden().cardinality() / RAW.rows()).isBetween(0.15, 0.2);
    }

    @Test
    void usersAreHiddenWholeWhereTheSplitIsByUser() {
        RatingsRelease release =
                run(ALL, new RatingsSplit(RatingsSplit.By.USER, 0.3), 1).release();

        int[] all = perUser(RAW, release.published());
        int[] hidden = perUser(RAW, release.hidden());
        assertThat(IntStream.range(0, RAW.users())).allMatch(user -> hidden[user] == 0 || hidden[user] == all[user]);
        assertThat(release.hidden().cardinality()).isPositive();
    }

    @Test
    void noiseChangesTrainingRatingsAndNothingElse() {
        RatingsRelease release = run(new RatingsPlan(1, 1, 1, 1, 0, DateRule.KEEP, 0.5), BY_ROW, 1)
                .release();

        long changed = release.published().stream()
                .filter(row -> release.told().rating(row) != RAW.rating(row))
                .count();
        // Half of the training rows are drawn anew, and a fifth to a half of those by chance as they were.
        assertThat((double) changed / RAW.rows()).isBetween(0.24, 0.32);
        assertThat(release.hidden().stream()).allMatch(row -> release.told().rating(row) == RAW.rating(row));
    }

    @Test
    void eachStageSaysWhatItDid() {
        RatingsStages.Result result = run(RatingsPlan.DEFAULT.sampled(0.5, 0.5, 0), BY_ROW, 1);

        assertThat(result.stages())
                .extracting(StageRecord::id)
                .containsExactly("split", "sample-users", "thresholds", "sample-rows", "cap-rows", "dates");
        for (int i = 1; i < result.stages().size(); i++) {
            assertThat(result.stages().get(i).rowsIn())
                    .isEqualTo(result.stages().get(i - 1).rowsOut());
        }
        assertThat(result.stages().getLast().rowsOut())
                .isEqualTo(result.release().published().cardinality());
    }

    private static int[] perUser(Ratings ratings, @Nullable BitSet rows) {
        int[] counts = new int[ratings.users()];
        for (int row = 0; row < ratings.rows(); row++) {
            counts[ratings.user(row)] += rows == null || rows.get(row) ? 1 : 0;
        }
        return counts;
    }

    private static RatingsStages.Result run(RatingsPlan plan, RatingsSplit split, int key) {
        return new RatingsStages(RAW, plan, split, key(key), Progress.NONE).run();
    }

    private static byte[] key(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return key;
    }
}
