package podium.scoring.ratings;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Makes ratings of people who do not exist, in the shape of the Netflix Prize's (480,189 users, 17,770 items, 100,480,507
 * rows), for tests, demos and benchmarks. The same arguments give the same bits on every machine. The shape:
 *
 * <ul>
 *   <li><b>Items</b>: the share of the rows that fall on the item of rank r of n is proportional to {@code (r + 0.026 n)^-2}
 *       (Zipf-Mandelbrot): at the Prize's size some 160,000 rows on the first and 700 on the middle one (233,000 and 561
 *       there).
 *   <li><b>Users</b>: log-normal in their number of rows, with sigma 1: the mean is 1.6 times the median (2.2 times there). Each
 *       has one row at least, and at most a quarter of the items; nobody rates an item twice.
 *   <li><b>Ratings</b>: integers from 1 to 5, rounded from 3.45 + user's bias (sd 0.43) + item's bias (sd 0.36, and 0.5 better on
 *       the first than on the last item) + the product of {@value #FACTORS} latent factors (sd 0.45 together) + noise (sd
 *       0.88): their mean is 3.6 and their deviation 1.07. A model of the biases alone has an RMSE of 0.94, one with factors
 *       a lower one.
 *   <li><b>Days</b>: from 1999-11-11 to 2005-12-31. A user joins an exponential time before the end (600 days in the
 *       mean), is active for another one (300 days in the mean, up to the end) and rates in bursts: on n^0.7 days for n rows,
 *       most of them on a few of these.
 * </ul>
 *
 * Rows are grouped by user, in no order of items or days.
 */
public final class SyntheticRatings {
    /** The first day that a row can have. */
    public static final int FIRST_DAY = (int) LocalDate.of(1999, 11, 11).toEpochDay();

    /** The last day that a row can have. */
    public static final int LAST_DAY = (int) LocalDate.of(2005, 12, 31).toEpochDay();

    private static final int FACTORS = 6;
    private static final double ACTIVITY_SIGMA = 1;
    private static final double MEAN_RATING = 3.45;
    private static final double USER_BIAS = 0.43;
    private static final double ITEM_BIAS = 0.36;
    private static final double POPULAR_BIAS = 0.5;
    private static final double FACTOR_SIGMA = 0.45;
    private static final double NOISE = 0.88;
    private static final double ACTIVE_DAYS = 300;
    private static final double JOINED_DAYS = 600;
    private static final double JOINED_IN_RANGE = 1 - StrictMath.exp(-(LAST_DAY - FIRST_DAY) / JOINED_DAYS);
    private static final double SESSIONS = 0.7;
    private static final int MOST_SESSIONS = 2048;

    private final long seed;
    private final int[] start;
    private final ItemPopularity popularity;
    private final float[] itemBias;
    private final float[] itemFactors;
    private final int[] user;
    private final int[] item;
    private final float[] rating;
    private final int[] day;

    private SyntheticRatings(long seed, int users, int items, int rows) {
        this.seed = seed;
        start = starts(seed, users, items, rows);
        popularity = ItemPopularity.of(new SplittableRandom(seed ^ 0x1), items);
        itemBias = new float[items];
        itemFactors = new float[items * FACTORS];
        SplittableRandom random = new SplittableRandom(seed ^ 0x2);
        for (int i = 0; i < items; i++) {
            double popular = 0.5 - popularity.rank(i) / (double) items;
            itemBias[i] = (float) (ITEM_BIAS * gaussian(random) + POPULAR_BIAS * popular);
            for (int f = 0; f < FACTORS; f++) {
                itemFactors[i * FACTORS + f] = (float) gaussian(random);
            }
        }
        user = new int[rows];
        item = new int[rows];
        rating = new float[rows];
        day = new int[rows];
    }

    /**
     * Generates ratings with days.
     *
     * @param seed other seeds give other people, in the same shape
     * @param users at least 1
     * @param items at least 8
     * @param rows at least one a user, at most an eighth of users times items
     */
    public static Ratings generate(long seed, int users, int items, int rows) {
        if (users < 1 || items < 8 || rows < users || rows > (long) users * items / 8) {
            throw new IllegalArgumentException(
                    "Each user needs a row, and only an eighth of all pairs can have one, not " + rows);
        }
        SyntheticRatings made = new SyntheticRatings(seed, users, items, rows);
        int slices = Math.min(users, 64);
        IntStream.range(0, slices)
                .parallel()
                .forEach(s -> made.fill((int) ((long) users * s / slices), (int) ((long) users * (s + 1) / slices)));
        return new Ratings(users, items, made.user, made.item, made.rating, made.day);
    }

    /** Where the rows of each user begin; the last entry is the number of rows. */
    private static int[] starts(long seed, int users, int items, int rows) {
        double[] activity = new double[users];
        for (int u = 0; u < users; u++) {
            activity[u] = StrictMath.exp(ACTIVITY_SIGMA * gaussian(new SplittableRandom(mixed(seed ^ 0x3, u))));
        }
        int most = items / 4;
        int[] count = new int[users];
        long total = 0;
        double low = 0;
        double high = (double) rows * items;
        for (int step = 0; step < 100; step++) {
            double scale = (low + high) / 2;
            total = 0;
            for (int u = 0; u < users; u++) {
                total += bounded(scale * activity[u], most);
            }
            if (total <= rows) {
                low = scale;
            } else {
                high = scale;
            }
        }
        total = 0;
        for (int u = 0; u < users; u++) {
            count[u] = bounded(low * activity[u], most);
            total += count[u];
        }
        for (int u = 0; total < rows; u = (u + 1) % users) {
            if (count[u] < most) {
                count[u]++;
                total++;
            }
        }
        int[] start = new int[users + 1];
        for (int u = 0; u < users; u++) {
            start[u + 1] = start[u] + count[u];
        }
        return start;
    }

    private static int bounded(double wanted, int most) {
        return (int) Math.max(1, Math.min(most, wanted));
    }

    /** Hot: a hundred million rows. Draws that hit an item twice are drawn again, which is rare below a quarter of the items. */
    private void fill(int from, int to) {
        int[] lastRater = new int[itemBias.length];
        Arrays.fill(lastRater, -1);
        int[] sessions = new int[MOST_SESSIONS];
        float[] taste = new float[FACTORS];
        for (int u = from; u < to; u++) {
            SplittableRandom random = new SplittableRandom(mixed(seed ^ 0x4, u));
            double bias = MEAN_RATING + USER_BIAS * gaussian(random);
            for (int f = 0; f < FACTORS; f++) {
                taste[f] = (float) (FACTOR_SIGMA / StrictMath.sqrt(FACTORS) * gaussian(random));
            }
            int days = sessions(random, start[u + 1] - start[u], sessions);
            for (int row = start[u]; row < start[u + 1]; row++) {
                int i = popularity.draw(random);
                while (lastRater[i] == u) {
                    i = popularity.draw(random);
                }
                lastRater[i] = u;
                user[row] = u;
                item[row] = i;
                double value = bias + itemBias[i] + NOISE * gaussian(random);
                for (int f = 0; f < FACTORS; f++) {
                    value += taste[f] * itemFactors[i * FACTORS + f];
                }
                rating[row] = (float) Math.max(1, Math.min(5, (int) (value + 0.5)));
                double early = random.nextDouble();
                day[row] = sessions[(int) (days * early * early)];
            }
        }
    }

    /** The days on which a user with so many rows rates, the most active ones first; returns how many there are. */
    private static int sessions(SplittableRandom random, int rows, int[] sessions) {
        int joined = LAST_DAY - (int) (-JOINED_DAYS * StrictMath.log(1 - random.nextDouble() * JOINED_IN_RANGE));
        double active = -ACTIVE_DAYS * StrictMath.log(1 - random.nextDouble());
        int length = (int) Math.min(LAST_DAY - joined, active) + 1;
        int count = (int) Math.min(MOST_SESSIONS, StrictMath.ceil(StrictMath.pow(rows, SESSIONS)));
        sessions[0] = joined;
        for (int s = 1; s < count; s++) {
            sessions[s] = joined + random.nextInt(length);
        }
        return count;
    }

    /** A variate of mean 0 and deviation 1: the sum of the four 16-bit numbers in a random one. Close enough to normal. */
    private static double gaussian(SplittableRandom random) {
        long bits = random.nextLong();
        long sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
        return (sum - 131_070) * (1.7320508075688772 / 65_536);
    }

    private static long mixed(long seed, int index) {
        return (seed + 1) * 0x9e3779b97f4a7c15L + index * 0xd1342543de82ef95L;
    }
}
