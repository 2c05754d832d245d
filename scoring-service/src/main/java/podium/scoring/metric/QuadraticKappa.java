package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import podium.scoring.metric.kernel.ClassCounts;
import podium.scoring.metric.kernel.ClassKernel;
import podium.scoring.metric.kernel.Kinds;

/**
 * Quadratic weighted kappa: Cohen's kappa with disagreements weighted by the square of their distance in the declared order
 * of the classes (Cohen, <i>Weighted kappa</i>, 1968; {@code sklearn.metrics.cohen_kappa_score} with
 * {@code weights="quadratic"} and the classes as {@code labels}).
 */
public record QuadraticKappa() implements Metric {
    @Override
    public String name() {
        return "quadratic-kappa";
    }

    @Override
    public String definition() {
        return "Quadratic weighted kappa: 1 - (mean squared distance from the predicted class to the true one) / (the same if"
                + " the predictions were dealt at random), classes being numbered in their declared order.";
    }

    @Override
    public String edgeCases() {
        return "A part whose rows all have the same label is a contest error. A name that is not a label is as far from every"
                + " class as the first class is from the last.";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.CATEGORY);
    }

    @Override
    public Kernel kernel(Truth truth) {
        Kinds.codes(truth.labels());
        return new ClassKernel(truth, true, QuadraticKappa::value);
    }

    /** The expected squares by the moments of the two distributions, not by the square of the number of classes. */
    private static double value(ClassCounts counts) {
        int labels = counts.truths().length - 1;
        long known = 0;
        long[] truths = new long[2];
        long[] predicted = new long[2];
        for (int k = 0; k < labels; k++) {
            known += counts.predicted()[k];
            truths[0] += (long) k * counts.truths()[k];
            truths[1] += (long) k * k * counts.truths()[k];
            predicted[0] += (long) k * counts.predicted()[k];
            predicted[1] += (long) k * k * counts.predicted()[k];
        }
        double s = counts.rows();
        double farthest = (double) (labels - 1) * (labels - 1);
        double expected = (double) known * truths[1]
                - 2.0 * truths[0] * predicted[0]
                + s * predicted[1]
                + farthest * counts.predicted()[labels] * s;
        return 1 - counts.squares() * s / expected;
    }
}
