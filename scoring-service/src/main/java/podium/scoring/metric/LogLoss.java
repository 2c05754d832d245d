package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;

/**
 * Binary cross-entropy: the mean of {@code -ln q}, where q is the predicted probability of the label that is true, clipped
 * to [1e-15, 1 - 1e-15] so that one certain mistake costs 34.5 and not infinity ({@code sklearn.metrics.log_loss} with
 * {@code eps=1e-15}).
 */
public record LogLoss() implements Metric {
    private static final double CLIP = 1e-15;

    @Override
    public String name() {
        return "log-loss";
    }

    @Override
    public String definition() {
        return "Log loss: the mean of -ln(probability given to the true label), probabilities clipped by 1e-15.";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.BINARY);
    }

    @Override
    public Bounds domain() {
        return new Bounds(0, 1);
    }

    @Override
    public Evaluation evaluate(Values truth, Values predictions, int[] rows) {
        if (rows.length == 0) {
            return Evaluation.noRows();
        }
        double[] y = Kinds.numbers(truth);
        double[] p = Kinds.numbers(predictions);
        double sum = 0;
        for (int row : rows) {
            double q = y[row] > 0 ? p[row] : 1 - p[row];
            // StrictMath: Math.log may differ in the last bit from one processor to the next.
            sum -= StrictMath.log(Math.clamp(q, CLIP, 1 - CLIP));
        }
        return Evaluation.of(sum / rows.length);
    }
}
