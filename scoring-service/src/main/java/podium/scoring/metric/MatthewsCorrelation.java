package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import podium.scoring.metric.kernel.ClassCounts;
import podium.scoring.metric.kernel.ClassKernel;

/**
 * Matthews correlation coefficient, for any number of classes (Gorodkin, <i>Comparing two K-category assignments by a
 * K-category correlation coefficient</i>, 2004; {@code sklearn.metrics.matthews_corrcoef}).
 */
public record MatthewsCorrelation() implements Metric {
    @Override
    public String name() {
        return "mcc";
    }

    @Override
    public String definition() {
        return "Matthews correlation coefficient: (c s - sum p t) / sqrt((s^2 - sum p^2) (s^2 - sum t^2)), of s rows, c right"
                + " ones, and for each class p predicted and t true ones; on binary tasks a prediction above 0.5 says"
                + " positive.";
    }

    @Override
    public String edgeCases() {
        return "0 / 0 is 0. A name that is not a label is a class of its own.";
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
    public Kernel kernel(Truth truth) {
        return new ClassKernel(truth, false, MatthewsCorrelation::value);
    }

    private static double value(ClassCounts counts) {
        long s = counts.rows();
        double both = s * counts.right() - counts.rightByChance();
        double ofTruths = s * s - ClassCounts.products(counts.truths(), counts.truths());
        double ofPredictions = s * s - ClassCounts.products(counts.predicted(), counts.predicted());
        double scale = Math.sqrt(ofTruths * ofPredictions);
        return scale == 0 ? 0 : both / scale;
    }
}
