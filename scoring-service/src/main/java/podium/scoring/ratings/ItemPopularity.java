package podium.scoring.ratings;

import java.util.SplittableRandom;

/** How often items are rated, and a draw of an item in constant time (alias method, Vose 1991). */
final class ItemPopularity {
    private static final double OFFSET = 0.026;

    private final int[] rank;
    private final double[] keep;
    private final int[] alias;

    private ItemPopularity(int[] rank, double[] keep, int[] alias) {
        this.rank = rank;
        this.keep = keep;
        this.alias = alias;
    }

    /** Gives items their ranks, in random order. */
    static ItemPopularity of(SplittableRandom random, int items) {
        int[] rank = new int[items];
        for (int i = 0; i < items; i++) {
            int other = random.nextInt(i + 1);
            rank[i] = rank[other];
            rank[other] = i;
        }
        double[] share = new double[items];
        double sum = 0;
        for (int i = 0; i < items; i++) {
            double base = 1 / (1 + rank[i] + OFFSET * items);
            share[i] = base * base;
            sum += share[i];
        }
        for (int i = 0; i < items; i++) {
            share[i] *= items / sum;
        }
        return vose(rank, share);
    }

    private static ItemPopularity vose(int[] rank, double[] keep) {
        int items = keep.length;
        int[] alias = new int[items];
        int[] stack = new int[items];
        int small = 0;
        int large = items;
        for (int i = 0; i < items; i++) {
            alias[i] = i;
            if (keep[i] < 1) {
                stack[small++] = i;
            } else {
                stack[--large] = i;
            }
        }
        while (small > 0 && large < items) {
            int less = stack[--small];
            int more = stack[large];
            alias[less] = more;
            keep[more] -= 1 - keep[less];
            if (keep[more] < 1) {
                large++;
                stack[small++] = more;
            }
        }
        return new ItemPopularity(rank, keep, alias);
    }

    /** The place of an item, 0 for the most popular one. */
    int rank(int item) {
        return rank[item];
    }

    int draw(SplittableRandom random) {
        int i = random.nextInt(rank.length);
        return random.nextDouble() < keep[i] ? i : alias[i];
    }
}
