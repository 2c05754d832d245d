package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;

/**
 * The share of rows whose label was predicted ({@code sklearn.metrics.accuracy_score}).
 *
 * <p>On a binary task a prediction above 0.5 says positive; exactly 0.5 says negative, as the classifiers of scikit-learn
 * decide, which take the first of equally likely classes. A name that no hidden row has is a wrong prediction and not an
 * error in the file: to refuse it would tell which names the hidden rows have.
 */
public record Accuracy() implements Metric {
    private static final double THRESHOLD = 0.5;

    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public String definition() {
        return "Accuracy: the share of rows with the right label; on binary tasks a prediction above 0.5 says positive.";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.BINARY, TaskKind.CATEGORY);
    }

    @Override
    public Evaluation evaluate(Values truth, Values predictions, int[] rows) {
        if (rows.length == 0) {
            return Evaluation.noRows();
        }
        int right =
                switch (truth) {
                    case Values.Codes codes -> equal(codes.values(), Kinds.codes(predictions), rows);
                    case Values.Numbers numbers -> sameSide(numbers.values(), Kinds.numbers(predictions), rows);
                    case Values.Table _, Values.Lists _ ->
                        throw new IllegalArgumentException("The metric needs one label a row");
                };
        return Evaluation.of((double) right / rows.length);
    }

    private static int equal(int[] y, int[] p, int[] rows) {
        int right = 0;
        for (int row : rows) {
            if (y[row] == p[row]) {
                right++;
            }
        }
        return right;
    }

    private static int sameSide(double[] y, double[] p, int[] rows) {
        int right = 0;
        for (int row : rows) {
            if (y[row] > THRESHOLD == p[row] > THRESHOLD) {
                right++;
            }
        }
        return right;
    }
}
