package podium.scoring.ratings;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Some rows, user by user. Four bytes a row: a hundred million of them have to fit.
 *
 * @param start where each user's rows begin; the last entry is how many rows there are
 * @param row the rows, those of a user in their order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RowsOfUsers(int[] start, int[] row) {
    static RowsOfUsers of(Ratings ratings, BitSet rows) {
        int[] start = new int[ratings.users() + 1];
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            start[ratings.user(row) + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] byUser = new int[start[ratings.users()]];
        int[] next = Arrays.copyOf(start, ratings.users());
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            byUser[next[ratings.user(row)]++] = row;
        }
        return new RowsOfUsers(start, byUser);
    }

    /** All but so many rows of a user: those with the greatest hashes, taken as unsigned; of equal ones the later rows. */
    IntStream beyond(int user, int most, IntToLongFunction hash) {
        int from = start[user];
        int rows = start[user + 1] - from;
        if (rows <= most) {
            return IntStream.empty();
        }
        long[] hashes = new long[rows];
        Arrays.setAll(hashes, i -> hash.applyAsLong(row[from + i]) ^ Long.MIN_VALUE);
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        long last = sorted[most - 1];
        int[] dropped = new int[rows - most];
        int equal = (int) Arrays.stream(sorted, 0, most).filter(h -> h == last).count();
        int count = 0;
        for (int i = 0; i < rows; i++) {
            if (hashes[i] > last || (hashes[i] == last && equal-- <= 0)) {
                dropped[count++] = row[from + i];
            }
        }
        return Arrays.stream(dropped);
    }
}
