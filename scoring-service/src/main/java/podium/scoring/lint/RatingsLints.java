package podium.scoring.lint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.RatingsFiles;
import podium.scoring.ratings.RatingsRelease;
import podium.scoring.stage.Progress;

/** The lints of ratings: there are no columns but user, item, day and rating, so some of a table's have nothing to look at. */
public final class RatingsLints {
    private RatingsLints() {}

    /**
     * All lints of a release of ratings.
     *
     * @param byTime whether the split is by time
     */
    public static List<LintResult> of(RatingsRelease release, RatingsFiles files, boolean byTime, Progress progress) {
        progress.begin("leak-lints", 3);
        List<LintResult> results = new ArrayList<>();
        results.add(OrderLint.compare(files.testIds(), files.testRatings()));
        progress.advance(1);
        results.add(pairs(release));
        progress.advance(1);
        results.add(byTime ? time(release) : TimeLint.check(null, new int[0], new int[0]));
        results.add(SampleLint.check(new double[files.testRows()], new double[][] {files.testRatings()}));
        progress.advance(1);
        return results;
    }

    /** A user who rated an item twice, once on each side. */
    private static LintResult pairs(RatingsRelease release) {
        Ratings ratings = release.raw();
        BitSet hidden = release.hidden();
        Set<Long> test = new HashSet<>();
        hidden.stream().forEach(row -> test.add(pair(ratings, row)));
        long shared = release.published().stream()
                .filter(row -> !hidden.get(row) && test.contains(pair(ratings, row)))
                .count();
        Map<String, Double> figures = Map.of("pairs", (double) shared);
        return shared > 0
                ? LintResult.blocked(
                        "duplicate-rows",
                        String.format(
                                Locale.ROOT,
                                "%,d training rows have the user and the item of a test row. Keep one rating of each user and item.",
                                shared),
                        figures)
                : LintResult.passed("duplicate-rows", "No user and item are on both sides.", figures);
    }

    private static LintResult time(RatingsRelease release) {
        BitSet hidden = release.hidden();
        int[] train =
                release.published().stream().filter(row -> !hidden.get(row)).toArray();
        int[] test = hidden.stream().toArray();
        long[] times = new long[release.raw().rows()];
        release.published().stream().forEach(row -> times[row] = release.raw().day(row));
        return TimeLint.check(times, train, test);
    }

    private static long pair(Ratings ratings, int row) {
        return (long) ratings.user(row) << 32 | ratings.item(row);
    }
}
