package podium.scoring.metric.order;

/**
 * Sorted segments merged to one ascending sequence by a tree of losers: each node keeps the segment that lost there, so the
 * successor of the smallest value meets only those that it has to, one a level.
 *
 * <p>This is most of the time of the metrics that sort. Nodes keep the value beside the segment, which spares the look-up in
 * a second array on every level.
 */
public final class Merge {
    private static final long EXHAUSTED = Long.MAX_VALUE;

    private final double[] values;
    private final int[] next;
    private final int[] ends;
    private final int leaves;
    private final long[] loserImages;
    private final int[] losers;
    private long image;
    private int segment;

    Merge(double[] values, int[] starts, int first, int count) {
        this.values = values;
        this.leaves = Math.max(2, Integer.highestOneBit(2 * count - 1));
        this.next = new int[leaves];
        this.ends = new int[leaves];
        for (int leaf = 0; leaf < count; leaf++) {
            next[leaf] = starts[first + leaf];
            ends[leaf] = starts[first + leaf + 1];
        }
        this.loserImages = new long[leaves];
        this.losers = new int[leaves];
        build();
    }

    /** Plays all matches once; afterwards the next call of {@link #advance} takes the winner. */
    private void build() {
        long[] winnerImages = new long[2 * leaves];
        int[] winners = new int[2 * leaves];
        for (int leaf = 0; leaf < leaves; leaf++) {
            winnerImages[leaves + leaf] = take(leaf);
            winners[leaves + leaf] = leaf;
        }
        for (int node = leaves - 1; node > 0; node--) {
            int left = 2 * node;
            int right = left + 1;
            boolean leftWins = winnerImages[left] <= winnerImages[right];
            int winner = leftWins ? left : right;
            int loser = leftWins ? right : left;
            winnerImages[node] = winnerImages[winner];
            winners[node] = winners[winner];
            loserImages[node] = winnerImages[loser];
            losers[node] = winners[loser];
        }
        // Node 0 holds the champion until it is taken.
        loserImages[0] = winnerImages[1];
        losers[0] = winners[1];
        this.segment = -1;
    }

    private long take(int leaf) {
        return next[leaf] < ends[leaf] ? Images.of(values[next[leaf]++]) : EXHAUSTED;
    }

    /** Goes to the next value; false when there is none. */
    public boolean advance() {
        if (segment < 0) {
            image = loserImages[0];
            segment = losers[0];
            return image != EXHAUSTED;
        }
        int leaf = segment;
        long candidate = take(leaf);
        for (int node = leaf + leaves >>> 1; node > 0; node >>>= 1) {
            long lost = loserImages[node];
            int loser = losers[node];
            if (lost < candidate || lost == candidate && loser < leaf) {
                loserImages[node] = candidate;
                losers[node] = leaf;
                candidate = lost;
                leaf = loser;
            }
        }
        image = candidate;
        segment = leaf;
        return candidate != EXHAUSTED;
    }

    /** The current value as a long: equal for equal values, larger for larger ones. */
    public long image() {
        return image;
    }

    /** The current value. */
    public double value() {
        return Images.value(image);
    }

    /** The current value's segment, counted from the first of those that are merged. */
    public int segment() {
        return segment;
    }
}
