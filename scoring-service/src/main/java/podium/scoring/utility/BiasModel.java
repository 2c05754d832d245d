package podium.scoring.utility;

import java.util.function.IntPredicate;
import podium.scoring.ratings.Ratings;

/**
 * The baseline predictor of the Netflix Prize: mean + item's bias + user's bias, each bias shrunk towards 0 where it rests on few
 * ratings (Bell and Koren 2007, "Lessons from the Netflix Prize Challenge"; 25 and 10 are the constants of Koren's "The BellKor
 * Solution to the Netflix Grand Prize", 2009, section III).
 */
final class BiasModel {
    private static final double ITEM_SHRINKAGE = 25;
    private static final double USER_SHRINKAGE = 10;

    private final double mean;
    private final float[] itemBias;
    private final float[] userBias;
    private final double least;
    private final double most;

    /**
     * Trains on some rows.
     *
     * @param isTraining which rows it may see
     */
    BiasModel(Ratings ratings, IntPredicate isTraining) {
        itemBias = new float[ratings.items()];
        userBias = new float[ratings.users()];
        double sum = 0;
        long rows = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < ratings.rows(); row++) {
            if (isTraining.test(row)) {
                float rating = ratings.rating(row);
                sum += rating;
                rows++;
                low = Math.min(low, rating);
                high = Math.max(high, rating);
            }
        }
        mean = rows == 0 ? 0 : sum / rows;
        least = low;
        most = high;
        double[] sums = new double[Math.max(ratings.items(), ratings.users())];
        int[] counts = new int[sums.length];
        for (int row = 0; row < ratings.rows(); row++) {
            if (isTraining.test(row)) {
                sums[ratings.item(row)] += ratings.rating(row) - mean;
                counts[ratings.item(row)]++;
            }
        }
        shrink(itemBias, sums, counts, ITEM_SHRINKAGE);
        for (int row = 0; row < ratings.rows(); row++) {
            if (isTraining.test(row)) {
                sums[ratings.user(row)] += ratings.rating(row) - mean - itemBias[ratings.item(row)];
                counts[ratings.user(row)]++;
            }
        }
        shrink(userBias, sums, counts, USER_SHRINKAGE);
    }

    /** The mean and the biases, kept within the ratings that were seen. */
    double predict(int user, int item) {
        double prediction = mean + itemBias[item] + userBias[user];
        return least <= most ? Math.clamp(prediction, least, most) : prediction;
    }

    /** Leaves sums and counts at 0. */
    private static void shrink(float[] bias, double[] sums, int[] counts, double shrinkage) {
        for (int i = 0; i < bias.length; i++) {
            bias[i] = (float) (sums[i] / (counts[i] + shrinkage));
            sums[i] = 0;
            counts[i] = 0;
        }
    }
}
