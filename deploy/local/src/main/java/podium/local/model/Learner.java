package podium.local.model;

import java.util.Arrays;
import java.util.List;

/** A way to learn to predict the probability of the positive label. The same examples give the same model. */
@FunctionalInterface
public interface Learner {
    /** What was learned. */
    @FunctionalInterface
    interface Model {
        /**
         * Predicts one row.
         *
         * @param row codes as in the examples
         * @return a probability, 0 to 1
         */
        double predict(int[] row);

        /**
         * Predicts many rows.
         *
         * @param rows codes as in the examples
         * @return a probability for each
         */
        default double[] predictAll(int[][] rows) {
            return Arrays.stream(rows).mapToDouble(this::predict).toArray();
        }
    }

    /**
     * Learns.
     *
     * @param examples the training rows
     * @return the model
     */
    Model fit(Examples examples);

    /**
     * The same learner over the columns and all pairs of them.
     *
     * @return a learner that sees interactions
     */
    default Learner onPairs() {
        return examples -> {
            Model wide = fit(examples.paired());
            return row -> wide.predict(Examples.withPairs(new int[][] {row}, examples.values())[0]);
        };
    }

    /**
     * The mean of several learners' log-odds.
     *
     * @param learners the parts
     * @return the blend
     */
    static Learner blend(List<Learner> learners) {
        return examples -> {
            List<Model> models =
                    learners.stream().map(learner -> learner.fit(examples)).toList();
            return row -> Logistic.sigmoid(models.stream()
                    .mapToDouble(model -> Logistic.logit(model.predict(row)))
                    .average()
                    .orElse(0));
        };
    }
}
