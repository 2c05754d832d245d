package podium.scoring.attack;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.RatingsRelease;
import podium.scoring.stage.Progress;

/**
 * Finds the records of an earlier release among those that are attacked, by the attack itself: what a record tells is what is
 * known of its person. The best record is taken to be the same person's where it is as clear as the attack demands; where two
 * records claim the same one, the clearer claim counts. Ratings on the rarest items tell most, so that a few are enough.
 */
final class RecordLinkage {
    /** How many ratings of a record are looked for. */
    static final int RATINGS = 16;

    private static final String STAGE = "link-releases";

    private final RatingIndex index;
    private final RatingsRelease earlier;
    private final int[] start;
    private final int[] rows;

    private RecordLinkage(RatingIndex index, RatingsRelease earlier) {
        this.index = index;
        this.earlier = earlier;
        Ratings raw = earlier.raw();
        BitSet told = (BitSet) earlier.published().clone();
        told.andNot(earlier.hidden());
        start = new int[raw.users() + 1];
        told.stream().forEach(row -> start[raw.user(row) + 1]++);
        for (int user = 0; user < raw.users(); user++) {
            start[user + 1] += start[user];
        }
        rows = new int[told.cardinality()];
        int[] next = start.clone();
        told.stream().forEach(row -> rows[next[raw.user(row)]++] = row);
    }

    /**
     * Links.
     *
     * @param published what is attacked already, with its records' numbers
     * @param earlier the release whose records are to be linked to them
     * @return the earlier release; a record that is linked has the number of the one that it is linked to, the others have
     *     new numbers
     */
    static Records link(List<Records> published, RatingsRelease earlier, int threads, Progress progress) {
        RatingIndex index = RatingIndex.of(published, threads);
        return new RecordLinkage(index, earlier).link(threads, progress);
    }

    private Records link(int threads, Progress progress) {
        int users = earlier.raw().users();
        int[] found = new int[users];
        double[] clear = new double[users];
        AtomicInteger next = new AtomicInteger();
        progress.begin(STAGE, users);
        IntStream.range(0, threads).parallel().forEach(thread -> {
            Scoreboard scoreboard = new Scoreboard(index);
            for (int user = next.getAndIncrement(); user < users; user = next.getAndIncrement()) {
                find(user, scoreboard);
                clear[user] = scoreboard.eccentricity();
                found[user] = scoreboard.bestRecord();
                advance(user, users, progress);
            }
        });
        int numbers = index.recordNumbers();
        return new Records(earlier, numbers(found, clear, numbers), numbers + users);
    }

    private static void advance(int user, int users, Progress progress) {
        int step = 1024;
        if (user % step == step - 1 || user == users - 1) {
            synchronized (progress) {
                progress.advance(user % step + 1L);
            }
        }
    }

    private void find(int user, Scoreboard scoreboard) {
        Ratings told = earlier.told();
        scoreboard.clear();
        for (int row : rarest(user)) {
            int day = earlier.dates().coarsened(told.day(row));
            scoreboard.add(told.item(row), told.rating(row), day);
        }
    }

    private int[] rarest(int user) {
        Ratings raw = earlier.raw();
        return Arrays.stream(rows, start[user], start[user + 1])
                .filter(row -> index.support(raw.item(row)) > 0)
                .boxed()
                .sorted((a, b) -> Integer.compare(index.support(raw.item(a)), index.support(raw.item(b))))
                .limit(RATINGS)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The number of each user's record: that of the record found, if it is clear enough and nobody claims it better. */
    private static int[] numbers(int[] found, double[] clear, int fresh) {
        int[] claimant = new int[fresh];
        Arrays.fill(claimant, -1);
        for (int user = 0; user < found.length; user++) {
            if (clear[user] >= SampleOutcome.PHI) {
                int rival = claimant[found[user]];
                if (rival < 0 || clear[user] > clear[rival]) {
                    claimant[found[user]] = user;
                }
            }
        }
        int[] numbers = new int[found.length];
        for (int user = 0; user < found.length; user++) {
            boolean linked = clear[user] >= SampleOutcome.PHI && claimant[found[user]] == user;
            numbers[user] = linked ? found[user] : fresh + user;
        }
        return numbers;
    }
}
