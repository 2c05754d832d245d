package podium.scoring.metric.order;

/**
 * Counts of things that come in any order, by a number that they have, with the counts up to a number at any time; several
 * of them side by side in one array (Fenwick, <i>A new data structure for cumulative frequency tables</i>, 1994).
 */
public final class Tally {
    private final int[] tree;
    private final int start;
    private final int length;
    private int count;

    /**
     * @param tree all zero from start on, for length; this tally's alone
     */
    public Tally(int[] tree, int start, int length) {
        this.tree = tree;
        this.start = start;
        this.length = length;
    }

    /** Adds one thing with a number from 0 to length - 1. */
    public void add(int number) {
        count++;
        for (int i = number + 1; i <= length; i += i & -i) {
            tree[start + i - 1]++;
        }
    }

    /** How many were added. */
    public int count() {
        return count;
    }

    /** How many were added with a smaller number. */
    public int below(int number) {
        int sum = 0;
        for (int i = number; i > 0; i -= i & -i) {
            sum += tree[start + i - 1];
        }
        return sum;
    }
}
