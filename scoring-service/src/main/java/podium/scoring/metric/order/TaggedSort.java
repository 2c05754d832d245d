package podium.scoring.metric.order;

import java.util.Arrays;

/**
 * A batch of images, each with a tag, that is sorted by the images; equal ones keep their order. One digit of 11 bits puts
 * values that are spread evenly almost in order, and insertion does the rest; where they crowd, so that it would take too
 * long, all digits are sorted by.
 */
final class TaggedSort {
    private static final int DIGIT = 11;
    private static final int BUCKETS = 1 << DIGIT;
    /** How far insertion may move values, on average, before it gives up. */
    private static final int PATIENCE = 8;

    private final int[] next = new int[BUCKETS];
    private long[] images;
    private byte[] tags;
    private long[] otherImages;
    private byte[] otherTags;
    private int size;

    /** Holds so many. */
    TaggedSort(int capacity) {
        this.images = new long[capacity];
        this.tags = new byte[capacity];
        this.otherImages = new long[capacity];
        this.otherTags = new byte[capacity];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Adds an image with a tag from 0 to 255. */
    void add(long image, int tag) {
        images[size] = image;
        tags[size++] = (byte) tag;
    }

    long image(int at) {
        return images[at];
    }

    int tag(int at) {
        return tags[at] & 0xFF;
    }

    void sort() {
        long smallest = images[0];
        long largest = images[0];
        for (int i = 1; i < size; i++) {
            smallest = Math.min(smallest, images[i]);
            largest = Math.max(largest, images[i]);
        }
        // Unsigned: the difference of two images may be more than the largest long.
        int bits = Long.SIZE - Long.numberOfLeadingZeros(largest - smallest);
        share(smallest, Math.max(0, bits - DIGIT));
        if (!insert()) {
            for (int shift = 0; shift < bits; shift += DIGIT) {
                share(smallest, shift);
            }
        }
    }

    private static int digit(long image, long smallest, int shift) {
        return (int) ((image - smallest) >>> shift) & (BUCKETS - 1);
    }

    /** Sorts by one digit of what images are above the smallest, keeping the order of those that have the same. */
    private void share(long smallest, int shift) {
        Arrays.fill(next, 0);
        for (int i = 0; i < size; i++) {
            next[digit(images[i], smallest, shift)]++;
        }
        int place = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            int count = next[bucket];
            next[bucket] = place;
            place += count;
        }
        for (int i = 0; i < size; i++) {
            int to = next[digit(images[i], smallest, shift)]++;
            otherImages[to] = images[i];
            otherTags[to] = tags[i];
        }
        long[] sortedImages = otherImages;
        byte[] sortedTags = otherTags;
        otherImages = images;
        otherTags = tags;
        images = sortedImages;
        tags = sortedTags;
    }

    /** Sorts what is almost in order; false if it gave up, with the same pairs, equal ones in their order. */
    private boolean insert() {
        long left = (long) PATIENCE * size;
        for (int i = 1; i < size; i++) {
            long image = images[i];
            byte tag = tags[i];
            int at = i;
            while (at > 0 && images[at - 1] > image) {
                images[at] = images[at - 1];
                tags[at] = tags[at - 1];
                at--;
            }
            images[at] = image;
            tags[at] = tag;
            left -= i - at;
            if (left < 0) {
                return false;
            }
        }
        return true;
    }
}
