package podium.scoring.metric.order;

import java.util.Arrays;

/**
 * Sorts keys, ascending, and an index beside them, in place: by the digits of the keys' images, the highest first, and by
 * insertion where few are left. Not stable. Not for several threads at a time.
 */
public final class PairSort {
    private static final int BUCKETS = 256;
    private static final int HIGHEST = 56;
    private static final int FEW = 24;

    /** For each digit, the next free place of each bucket, and where it ends. */
    private final int[][] next = new int[8][BUCKETS];

    private final int[][] ends = new int[8][BUCKETS];

    /** Sorts a range of both arrays; no key is NaN, and -0.0 and 0.0 are equal. */
    public void sort(double[] keys, int[] index, int from, int to) {
        sort(keys, index, from, to, HIGHEST);
    }

    private void sort(double[] keys, int[] index, int from, int to, int shift) {
        if (to - from <= FEW) {
            insert(keys, index, from, to);
            return;
        }
        if (shift < 0) {
            return;
        }
        int[] ends = this.ends[shift / 8];
        Arrays.fill(ends, 0);
        for (int i = from; i < to; i++) {
            ends[Images.digit(Images.of(keys[i]), shift)]++;
        }
        if (ends[Images.digit(Images.of(keys[from]), shift)] < to - from) {
            share(keys, index, from, shift);
        } else {
            sort(keys, index, from, to, shift - 8);
            return;
        }
        int start = from;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            int end = ends[bucket];
            if (end - start > 1) {
                sort(keys, index, start, end, shift - 8);
            }
            start = end;
        }
    }

    /** Moves each pair to its bucket. Bucket sizes become their ends. */
    private void share(double[] keys, int[] index, int from, int shift) {
        int[] next = this.next[shift / 8];
        int[] ends = this.ends[shift / 8];
        int at = from;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            next[bucket] = at;
            at += ends[bucket];
            ends[bucket] = at;
        }
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            while (next[bucket] < ends[bucket]) {
                double key = keys[next[bucket]];
                int item = index[next[bucket]];
                int bucketOfKey = Images.digit(Images.of(key), shift);
                while (bucketOfKey != bucket) {
                    int place = next[bucketOfKey]++;
                    double displacedKey = keys[place];
                    int displacedItem = index[place];
                    keys[place] = key;
                    index[place] = item;
                    key = displacedKey;
                    item = displacedItem;
                    bucketOfKey = Images.digit(Images.of(key), shift);
                }
                keys[next[bucket]] = key;
                index[next[bucket]++] = item;
            }
        }
    }

    private static void insert(double[] keys, int[] index, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            double key = keys[i];
            int item = index[i];
            int at = i;
            while (at > from && keys[at - 1] > key) {
                keys[at] = keys[at - 1];
                index[at] = index[at - 1];
                at--;
            }
            keys[at] = key;
            index[at] = item;
        }
    }
}
