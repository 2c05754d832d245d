package podium.scoring.metric.kernel;

/**
 * What a confusion matrix comes down to for the metrics of single labels: whole numbers, exact in whatever order they are
 * counted. A name that is not a label is a class of its own that is never true, the last one.
 *
 * @param rows how many rows
 * @param hits for each class, the rows of it that were predicted so
 * @param truths for each class, the rows of it; 0 for the last
 * @param predicted for each class, the rows that were predicted so
 * @param squares the sum over the rows of the squared distance from the true class to the predicted one in the declared
 *     order; from a name that is not a label the largest distance that there is
 */
@SuppressWarnings("ArrayRecordComponent") // counted in hot loops
public record ClassCounts(long rows, int[] hits, int[] truths, int[] predicted, long squares) {

    /** Rows that were predicted rightly. */
    public long right() {
        long right = 0;
        for (int hit : hits) {
            right += hit;
        }
        return right;
    }

    /** The rows that would be right, times the number of rows, if the same predictions were dealt to the rows at random. */
    public long rightByChance() {
        return products(truths, predicted);
    }

    public static long products(int[] some, int[] others) {
        long sum = 0;
        for (int k = 0; k < some.length; k++) {
            sum += (long) some[k] * others[k];
        }
        return sum;
    }
}
