package podium.scoring.attack;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import podium.scoring.ratings.DateRule;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.RatingsRelease;

/** Releases that differ from the raw ratings in one respect, made by a line each. */
public final class Plans {
    private Plans() {}

    /** Every row. */
    public static RatingsRelease all(Ratings raw, DateRule dates) {
        return rows(raw, row -> true, dates);
    }

    /** Some rows. */
    public static RatingsRelease rows(Ratings raw, IntPredicate kept, DateRule dates) {
        BitSet published = new BitSet(raw.rows());
        IntStream.range(0, raw.rows()).filter(kept).forEach(published::set);
        return new RatingsRelease(raw, raw, published, new BitSet(), dates);
    }

    /** A share of the people, and of each row of theirs. */
    public static RatingsRelease sample(Ratings raw, double users, double rows, long seed, DateRule dates) {
        return rows(raw, row -> uniform(0, raw.user(row)) < users && uniform(seed, row) < rows, dates);
    }

    /** Items with so many raters. */
    public static RatingsRelease itemsOf(Ratings raw, int raters, DateRule dates) {
        int[] support = new int[raw.items()];
        IntStream.range(0, raw.rows()).forEach(row -> support[raw.item(row)]++);
        return rows(raw, row -> support[raw.item(row)] >= raters, dates);
    }

    /** At most so many rows of each user, whichever; rows are grouped by user, in no order. */
    public static RatingsRelease capped(Ratings raw, int rows, DateRule dates) {
        int[] count = new int[raw.users()];
        return rows(raw, row -> count[raw.user(row)]++ < rows, dates);
    }

    /** Randomized response: with a probability a rating is a uniform draw. */
    public static RatingsRelease randomized(Ratings raw, double probability, DateRule dates) {
        float[] told = new float[raw.rows()];
        for (int row = 0; row < told.length; row++) {
            told[row] = uniform(1, row) < probability ? 1 + (int) (5 * uniform(2, row)) : raw.rating(row);
        }
        RatingsRelease all = all(raw, dates);
        return new RatingsRelease(raw, raw.withRatings(told), all.published(), all.hidden(), dates);
    }

    private static double uniform(long seed, int index) {
        return new SplittableRandom(1_000_003 * seed + index).nextDouble();
    }

    /** Rows hidden as a test set: every so manieth one that is published. */
    public static RatingsRelease hiding(RatingsRelease release, int every) {
        BitSet hidden = new BitSet();
        int[] rows = release.published().stream().toArray();
        Arrays.stream(IntStream.range(0, rows.length)
                        .filter(i -> i % every == 0)
                        .toArray())
                .forEach(i -> hidden.set(rows[i]));
        return new RatingsRelease(release.raw(), release.told(), release.published(), hidden, release.dates());
    }
}
