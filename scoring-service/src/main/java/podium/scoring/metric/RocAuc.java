package podium.scoring.metric;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Area under the ROC curve: the probability that a positive row is predicted higher than a negative one, ties counting half
 * ({@code sklearn.metrics.roc_auc_score}; Mann-Whitney's U of midranks over the number of pairs).
 *
 * <p>Counted in whole half-pairs and divided once, so the score is the correctly rounded quotient and depends on no order
 * of summation. With one class among the rows there is no pair, and no score.
 */
public record RocAuc() implements Metric {
    @Override
    public String name() {
        return "roc-auc";
    }

    @Override
    public String definition() {
        return "Area under the ROC curve: the share of pairs of a positive and a negative row that the predictions order"
                + " rightly, ties counting half.";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.BINARY);
    }

    @Override
    public Evaluation evaluate(Values truth, Values predictions, int[] rows) {
        if (rows.length == 0) {
            return Evaluation.noRows();
        }
        double[] y = Kinds.numbers(truth);
        double[] p = Kinds.numbers(predictions);
        int positives = 0;
        for (int row : rows) {
            if (y[row] > 0) {
                positives++;
            }
        }
        if (positives == 0 || positives == rows.length) {
            return new Evaluation.Undefined("all rows have the same label, so there is no pair to order");
        }
        double[] positive = new double[positives];
        double[] negative = new double[rows.length - positives];
        int i = 0;
        int j = 0;
        for (int row : rows) {
            // + 0.0 turns -0.0 into 0.0, which Arrays.sort would put below it.
            if (y[row] > 0) {
                positive[i++] = p[row] + 0.0;
            } else {
                negative[j++] = p[row] + 0.0;
            }
        }
        Arrays.sort(positive);
        Arrays.sort(negative);
        return Evaluation.of((double) halfPairs(positive, negative) / (2.0 * positive.length * negative.length));
    }

    /** Twice the pairs with the positive above, plus the ties, by one merge of two sorted arrays. Below 2^62. */
    private static long halfPairs(double[] positive, double[] negative) {
        long sum = 0;
        int below = 0;
        int notAbove = 0;
        for (double score : positive) {
            while (below < negative.length && negative[below] < score) {
                below++;
            }
            notAbove = Math.max(notAbove, below);
            while (notAbove < negative.length && negative[notAbove] == score) {
                notAbove++;
            }
            sum += (long) below + notAbove;
        }
        return sum;
    }
}
