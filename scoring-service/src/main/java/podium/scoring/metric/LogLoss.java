package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import podium.scoring.metric.kernel.Kinds;
import podium.scoring.metric.kernel.SumKernel;

/**
 * Cross-entropy: the mean of {@code -ln q}, where q is the predicted probability of the label that is true, clipped to
 * [1e-15, 1 - 1e-15] so that one certain mistake costs 34.5 and not infinity ({@code sklearn.metrics.log_loss} with
 * {@code eps=1e-15}). With several classes a row's probabilities are clipped and then divided by their sum.
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
    public String edgeCases() {
        return "Predictions have to be probabilities, 0 to 1. With more than two classes there is a column for each class in"
                + " the declared order, and after clipping a row's probabilities are divided by their sum.";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.BINARY, TaskKind.CATEGORY);
    }

    @Override
    public Form form(TaskKind kind) {
        return kind == TaskKind.CATEGORY ? Form.PROBABILITIES : kind.form();
    }

    @Override
    public Bounds domain() {
        return Bounds.PROBABILITIES;
    }

    @Override
    public Kernel kernel(Truth truth) {
        if (truth.labels() instanceof Values.Codes codes) {
            int classes = truth.classes();
            return SumKernel.mean(
                    truth,
                    predictions -> {
                        double[] p = Kinds.columns(predictions, classes);
                        return (from, to, out) -> losses(codes.values(), p, classes, from, to, out);
                    },
                    DoubleUnaryOperator.identity());
        }
        Kinds.numbers(truth.labels());
        return SumKernel.meanOfPairs(truth, LogLoss::losses, DoubleUnaryOperator.identity());
    }

    private static void losses(double[] y, double[] p, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            double q = y[i] > 0 ? p[i] : 1 - p[i];
            // StrictMath: Math.log may differ in the last bit from one processor to the next.
            out[i - from] = -StrictMath.log(clip(q));
        }
    }

    private static void losses(int[] y, double[] p, int classes, int from, int to, double[] out) {
        for (int row = from; row < to; row++) {
            int first = row * classes;
            double sum = 0;
            for (int i = first; i < first + classes; i++) {
                sum += clip(p[i]);
            }
            out[row - from] = -StrictMath.log(clip(p[first + y[row]]) / sum);
        }
    }

    private static double clip(double probability) {
        return Math.clamp(probability, CLIP, 1 - CLIP);
    }
}
