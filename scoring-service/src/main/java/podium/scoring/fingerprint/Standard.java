package podium.scoring.fingerprint;

import java.util.Arrays;

/**
 * The scale of a file's numbers: robust, so that a few wild cells do not hide what the others say, and such that files which
 * are shifted or stretched copies of each other are equal in it.
 *
 * @param centre the median
 * @param scale the median distance from it, of the cells that have one; 0 if all are equal
 */
record Standard(double centre, double scale) {
    /** So far from the centre, in scales, cells count as equally far. */
    private static final double LIMIT = 6;

    static Standard of(double[] cells) {
        double[] sorted = cells.clone();
        Arrays.sort(sorted);
        double centre = median(sorted, 0);
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = Math.abs(sorted[i] - centre);
        }
        Arrays.sort(sorted);
        return new Standard(centre, medianOfNonZero(sorted));
    }

    boolean constant() {
        return scale == 0;
    }

    double of(double cell) {
        return Math.clamp((cell - centre) / scale, -LIMIT, LIMIT);
    }

    double[] ofAll(double[] cells) {
        double[] standardized = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            standardized[i] = of(cells[i]);
        }
        return standardized;
    }

    /** The median of the positive ones among sorted distances, 0 if there are none. */
    static double medianOfNonZero(double[] sorted) {
        int zeros = 0;
        while (zeros < sorted.length && sorted[zeros] == 0) {
            zeros++;
        }
        return zeros == sorted.length ? 0 : median(sorted, zeros);
    }

    /** The median of the sorted numbers from an index on. */
    static double median(double[] sorted, int from) {
        int count = sorted.length - from;
        int middle = from + count / 2;
        return count % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }
}
