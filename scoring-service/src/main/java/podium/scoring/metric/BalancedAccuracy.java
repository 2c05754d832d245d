package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import podium.scoring.metric.kernel.ClassCounts;
import podium.scoring.metric.kernel.ClassKernel;

/** The mean over the classes of their recall ({@code sklearn.metrics.balanced_accuracy_score}). */
public record BalancedAccuracy() implements Metric {
    @Override
    public String name() {
        return "balanced-accuracy";
    }

    @Override
    public String definition() {
        return "Balanced accuracy: the mean over the classes of the share of their rows that were predicted so; on binary"
                + " tasks a prediction above 0.5 says positive.";
    }

    @Override
    public String edgeCases() {
        return "Classes that no row of the part has are left out. A name that is not a label is a wrong prediction.";
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
        return new ClassKernel(truth, false, BalancedAccuracy::value);
    }

    private static double value(ClassCounts counts) {
        double sum = 0;
        int classes = 0;
        for (int k = 0; k < counts.truths().length; k++) {
            if (counts.truths()[k] > 0) {
                sum += (double) counts.hits()[k] / counts.truths()[k];
                classes++;
            }
        }
        return sum / classes;
    }
}
