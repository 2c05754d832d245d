package podium.scoring.metric.order;

import java.util.BitSet;

/** Moves values to other places of their own array. */
public final class Places {
    private Places() {}

    /**
     * Moves each value to its place, in one bit a value more.
     *
     * @param placeOf the place of each value; a permutation
     */
    public static void move(double[] values, int[] placeOf) {
        BitSet moved = new BitSet(values.length);
        for (int first = moved.nextClearBit(0); first < values.length; first = moved.nextClearBit(first + 1)) {
            double value = values[first];
            int at = first;
            do {
                int place = placeOf[at];
                double displaced = values[place];
                values[place] = value;
                moved.set(place);
                value = displaced;
                at = place;
            } while (at != first);
        }
    }
}
