package podium.scoring.attack;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import podium.scoring.ratings.Ratings;

/**
 * Draws what an attacker knows of a person, from the raw rows. The draws of a person depend on the seed, the person and the
 * choice of items alone: all cells of a choice share the ratings, of which they know more or fewer, with more or less wrong
 * in them.
 */
final class KnowledgeDraw {
    private static final int TRIES = 64;

    private final Ratings raw;
    private final TargetRows targets;
    private final long seed;
    private final int most;

    /**
     * Draws from raw rows.
     *
     * @param most how many ratings the best informed attacker knows
     */
    KnowledgeDraw(Ratings raw, TargetRows targets, long seed, int most) {
        this.raw = raw;
        this.targets = targets;
        this.seed = seed;
        this.most = most;
    }

    /**
     * What is known of a target.
     *
     * @param wrong the share of wrong ratings: among the first m there are m times the share, rounded down
     */
    Knowledge draw(int t, ItemChoice choice, double wrong, DateKnowledge dates) {
        SplittableRandom random = new SplittableRandom(seed + 31 * (targets.person(t) + 1_000_003L * choice.stream()));
        int[] mine = targets.rows(t);
        int[] rows = rows(mine, choice, random);
        int[] strangers = strangers(mine, choice, rows.length, random);
        double[] late = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            late[k] = random.nextDouble();
        }
        for (int k = 0; k < rows.length; k++) {
            if ((int) (wrong * (k + 1)) > (int) (wrong * k)) {
                rows[k] = strangers[k];
            }
        }
        return knowledge(rows, late, dates);
    }

    private Knowledge knowledge(int[] rows, double[] late, DateKnowledge dates) {
        int[] item = new int[rows.length];
        float[] rating = new float[rows.length];
        int[] day = new int[rows.length];
        for (int k = 0; k < rows.length; k++) {
            item[k] = raw.item(rows[k]);
            rating[k] = raw.rating(rows[k]);
            int exact = raw.day(rows[k]);
            int error = (int) (late[k] * (2 * dates.errorDays() + 1)) - dates.errorDays();
            day[k] = dates.known() && exact != Ratings.NO_DAY ? exact + error : Ratings.NO_DAY;
        }
        return new Knowledge(item, rating, day);
    }

    /** So many of the person's rows in random order; of the popular or the rare half, or as many beyond it as are needed. */
    private int[] rows(int[] mine, ItemChoice choice, SplittableRandom random) {
        int[] pool = mine;
        int half = Math.max((mine.length + 1) / 2, Math.min(mine.length, most));
        if (choice != ItemChoice.ANY) {
            int[] byPopularity = byPopularity(mine);
            pool = choice == ItemChoice.POPULAR
                    ? Arrays.copyOf(byPopularity, half)
                    : Arrays.copyOfRange(byPopularity, mine.length - half, mine.length);
        }
        int count = Math.min(most, pool.length);
        int[] drawn = pool.clone();
        for (int k = 0; k < count; k++) {
            int other = k + random.nextInt(drawn.length - k);
            int row = drawn[other];
            drawn[other] = drawn[k];
            drawn[k] = row;
        }
        return Arrays.copyOf(drawn, count);
    }

    /** The most rated items first, of equally rated ones the first row. */
    private int[] byPopularity(int[] mine) {
        long[] keys = new long[mine.length];
        for (int k = 0; k < mine.length; k++) {
            keys[k] = -((long) targets.support(raw.item(mine[k])) << 32) + mine[k];
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /**
     * Rows of other people on items that the person never rated, each as likely; as popular or as rare as the person's own
     * half, where a few tries find such.
     */
    private int[] strangers(int[] mine, ItemChoice choice, int count, SplittableRandom random) {
        BitSet rated = new BitSet(raw.items());
        for (int row : mine) {
            rated.set(raw.item(row));
        }
        int middle = targets.support(raw.item(byPopularity(mine)[mine.length / 2]));
        int[] strangers = new int[count];
        for (int k = 0; k < count; k++) {
            int row = random.nextInt(raw.rows());
            for (int tries = 0; tries < TRIES && !suits(row, rated, choice, middle); tries++) {
                row = random.nextInt(raw.rows());
            }
            strangers[k] = row;
        }
        return strangers;
    }

    private boolean suits(int row, BitSet rated, ItemChoice choice, int middle) {
        int support = targets.support(raw.item(row));
        return !rated.get(raw.item(row))
                && (choice != ItemChoice.POPULAR || support >= middle)
                && (choice != ItemChoice.RARE || support <= middle);
    }
}
