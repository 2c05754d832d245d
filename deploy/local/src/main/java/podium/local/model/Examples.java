package podium.local.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Training rows in numbers.
 *
 * @param rows {@code [row][column]}, codes of an {@link Encoding}
 * @param positive for each row, whether its label is the positive one
 * @param values for each column, how many different codes it has
 */
@SuppressWarnings("ArrayRecordComponent") // arrays on purpose: the learners run over them millions of times
public record Examples(int[][] rows, boolean[] positive, int[] values) {
    /**
     * The rows with one more column for each pair of columns, whose value is the pair of their values: what a linear
     * model needs to see interactions.
     *
     * @param rows rows of any data set with these columns
     * @param values for each column, how many different codes it has
     * @return wider rows; a pair with an unseen value is unseen
     */
    public static int[][] withPairs(int[][] rows, int[] values) {
        int width = values.length;
        int[][] wide = new int[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            int[] row = rows[r];
            int[] wider = new int[width + width * (width - 1) / 2];
            System.arraycopy(row, 0, wider, 0, width);
            int next = width;
            for (int a = 0; a < width; a++) {
                for (int b = a + 1; b < width; b++) {
                    boolean seen = row[a] != Encoding.UNSEEN && row[b] != Encoding.UNSEEN;
                    wider[next++] = seen ? row[a] * values[b] + row[b] : Encoding.UNSEEN;
                }
            }
            wide[r] = wider;
        }
        return wide;
    }

    /**
     * These examples with their pairs of columns.
     *
     * @return wider examples
     * @see #withPairs(int[][], int[])
     */
    public Examples paired() {
        List<Integer> wider = new ArrayList<>();
        for (int a = 0; a < values.length; a++) {
            wider.add(values[a]);
        }
        for (int a = 0; a < values.length; a++) {
            for (int b = a + 1; b < values.length; b++) {
                wider.add(values[a] * values[b]);
            }
        }
        return new Examples(
                withPairs(rows, values),
                positive,
                wider.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * The share of positive rows, kept away from 0 and 1 so that its logit is finite.
     *
     * @return the prior probability
     */
    public double prior() {
        int count = 0;
        for (boolean label : positive) {
            count += label ? 1 : 0;
        }
        return (count + 1.0) / (positive.length + 2.0);
    }
}
