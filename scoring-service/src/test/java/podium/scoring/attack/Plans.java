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
