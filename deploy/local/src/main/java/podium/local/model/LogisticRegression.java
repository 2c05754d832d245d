package podium.local.model;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Logistic regression over the one-hot columns, by stochastic gradient descent with a step that falls from epoch to
 * epoch and an L2 penalty on the weights that a row touches.
 *
 * @param epochs passes over the rows
 * @param rate the first step
 * @param penalty strength of the L2 penalty
 * @param seed of the order of the rows
 */
public record LogisticRegression(int epochs, double rate, double penalty, long seed) implements Learner {
    @Override
    public Model fit(Examples examples) {
        int[] values = examples.values();
        double[][] weights = new double[values.length][];
        for (int c = 0; c < values.length; c++) {
            weights[c] = new double[values[c]];
        }
        double bias = Logistic.logit(examples.prior());
        int[] order = new int[examples.rows().length];
        for (int r = 0; r < order.length; r++) {
            order[r] = r;
        }
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int epoch = 0; epoch < epochs; epoch++) {
            shuffle(order, random);
            double step = rate / (1 + epoch);
            for (int r : order) {
                int[] row = examples.rows()[r];
                double error = (examples.positive()[r] ? 1 : 0) - Logistic.sigmoid(bias + sum(weights, row));
                bias += step * error;
                for (int c = 0; c < row.length; c++) {
                    weights[c][row[c]] += step * (error - penalty * weights[c][row[c]]);
                }
            }
        }
        double learned = bias;
        return row -> Logistic.sigmoid(learned + sum(weights, row));
    }

    private static void shuffle(int[] order, RandomGenerator random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    private static double sum(double[][] weights, int[] row) {
        double sum = 0;
        for (int c = 0; c < row.length; c++) {
            sum += row[c] == Encoding.UNSEEN ? 0 : weights[c][row[c]];
        }
        return sum;
    }
}
