package podium.scoring.metric.order;

import java.util.Arrays;

/**
 * Sorts ranges of doubles by the digits of their images, the lowest first, in a scratch that is bounded: at most 8 MB. It
 * is faster than a comparing sort where a range and its scratch fit into the processor's cache; ranges longer than the
 * scratch are left to {@link Arrays#sort(double[], int, int)}. Not for several threads at a time.
 */
final class RadixSort {
    /** Longest range for the scratch: two arrays of 8 bytes a value. */
    static final int LONGEST = 1 << 19;

    /** Below it the digits cost more than they save. */
    private static final int SHORTEST = 256;

    private static final int DIGITS = 8;
    private static final int BUCKETS = 256;

    private final long[] scratch;
    private final long[] other;
    private final int[] counts = new int[DIGITS * BUCKETS];

    /** For ranges of up to this length, and longer ones, slower. */
    RadixSort(int longest) {
        int length = Math.min(longest, LONGEST);
        this.scratch = new long[length];
        this.other = new long[length];
    }

    /** Sorts a range of values, of which none is NaN or -0.0. */
    void sort(double[] values, int from, int to) {
        int length = to - from;
        if (length < SHORTEST || length > scratch.length) {
            Arrays.sort(values, from, to);
            return;
        }
        count(values, from, length);
        long[] source = scratch;
        long[] target = other;
        for (int digit = 0; digit < DIGITS; digit++) {
            if (isTold(source[0], digit, length)) {
                continue;
            }
            int first = digit * BUCKETS;
            int next = 0;
            for (int bucket = first; bucket < first + BUCKETS; bucket++) {
                int size = counts[bucket];
                counts[bucket] = next;
                next += size;
            }
            int shift = digit * 8;
            for (int i = 0; i < length; i++) {
                long image = source[i];
                target[counts[first + Images.digit(image, shift)]++] = image;
            }
            long[] sorted = target;
            target = source;
            source = sorted;
        }
        for (int i = 0; i < length; i++) {
            values[from + i] = Images.value(source[i]);
        }
    }

    private void count(double[] values, int from, int length) {
        Arrays.fill(counts, 0);
        for (int i = 0; i < length; i++) {
            long image = Images.of(values[from + i]);
            scratch[i] = image;
            for (int digit = 0; digit < DIGITS; digit++) {
                counts[digit * BUCKETS + Images.digit(image, digit * 8)]++;
            }
        }
    }

    /** Whether all images share this digit, so that it tells nothing. */
    private boolean isTold(long any, int digit, int length) {
        return counts[digit * BUCKETS + Images.digit(any, digit * 8)] == length;
    }
}
