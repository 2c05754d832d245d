package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import podium.scoring.metric.kernel.ClassCounts;
import podium.scoring.metric.kernel.ClassKernel;

/**
 * Cohen's kappa: how much of the agreement that chance leaves open was reached (Cohen, <i>A coefficient of agreement for
 * nominal scales</i>, 1960; {@code sklearn.metrics.cohen_kappa_score}).
 */
public record CohenKappa() implements Metric {
    @Override
    public String name() {
        return "cohen-kappa";
    }

    @Override
    public String definition() {
        return "Cohen's kappa: 1 - (share of wrong rows) / (share of wrong rows if the same predictions were dealt at random);"
                + " on binary tasks a prediction above 0.5 says positive.";
    }

    @Override
    public String edgeCases() {
        return "A part whose rows all have the same label is a contest error. A name that is not a label is a class of its"
                + " own.";
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
        return new ClassKernel(truth, true, CohenKappa::value);
    }

    private static double value(ClassCounts counts) {
        long s = counts.rows();
        long wrong = s - counts.right();
        return 1 - (double) (wrong * s) / (s * s - counts.rightByChance());
    }
}
