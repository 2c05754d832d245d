package podium.scoring.attack;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import podium.scoring.ratings.Ratings;

/**
 * Ratings as bytes: up to {@value #MOST} different ones have a code each; more than that are rounded to as many steps of
 * their range, which changes no term of the attack by more than 1 %.
 */
final class RatingCodes {
    /** The most codes; one more, {@link #HIDDEN}, stands for a rating that is not published. */
    static final int MOST = 254;

    /** The code of a rating that is not published. */
    static final int HIDDEN = 255;

    private static final int SLOTS = 1024;

    private final float[] values;
    private final boolean exact;
    private final int[] slot = new int[SLOTS];

    private RatingCodes(float[] values, boolean exact) {
        this.values = values;
        this.exact = exact;
        for (int c = 0; c < values.length; c++) {
            slot[slot(values[c])] = c;
        }
    }

    /** Codes for the ratings of all published rows. */
    static RatingCodes of(List<Records> published) {
        float[] seen = new float[MOST + 1];
        int count = 0;
        float[] usual = new float[SLOTS];
        Arrays.fill(usual, Float.NaN);
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (Records records : published) {
            Ratings told = records.release().told();
            BitSet rows = records.release().published();
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                float rating = told.rating(row);
                if (usual[slot(rating)] == rating) {
                    continue;
                }
                usual[slot(rating)] = rating;
                low = Math.min(low, rating);
                high = Math.max(high, rating);
                if (count <= MOST && Arrays.binarySearch(seen, 0, count, rating) < 0) {
                    seen[count++] = rating;
                    Arrays.sort(seen, 0, count);
                }
            }
        }
        if (count <= MOST) {
            return new RatingCodes(Arrays.copyOf(seen, count), true);
        }
        float[] steps = new float[MOST];
        for (int c = 0; c < MOST; c++) {
            steps[c] = low + (high - low) * c / (MOST - 1);
        }
        return new RatingCodes(steps, false);
    }

    int count() {
        return values.length;
    }

    float value(int code) {
        return values[code];
    }

    /** The highest less the lowest rating. */
    float range() {
        return values.length == 0 ? 0 : values[values.length - 1] - values[0];
    }

    /** Hot: one multiplication where ratings are few, as they nearly always are. */
    int code(float rating) {
        int code = slot[slot(rating)];
        if (exact) {
            return values[code] == rating ? code : Arrays.binarySearch(values, rating);
        }
        return Math.round((rating - values[0]) / (values[MOST - 1] - values[0]) * (MOST - 1));
    }

    private static int slot(float rating) {
        return (Float.floatToRawIntBits(rating) * 0x9e3779b1) >>> 22;
    }
}
