package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import podium.scoring.metric.kernel.Labelling;

/**
 * Hamming loss: the share of labels that were not predicted ({@code sklearn.metrics.hamming_loss}). Of several binary labels
 * a row each counts by itself; with one label a row it is what accuracy lacks to 1.
 */
public record Hamming() implements Metric {
    @Override
    public String name() {
        return "hamming";
    }

    @Override
    public String definition() {
        return "Hamming loss: the share of wrong labels; of binary labels a prediction above 0.5 says positive.";
    }

    @Override
    public String edgeCases() {
        return "A name that is not a label is a wrong prediction. Several binary labels a row: each counts by itself.";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.BINARY, TaskKind.CATEGORY, TaskKind.TARGETS);
    }

    @Override
    public Kernel kernel(Truth truth) {
        return Labelling.share(truth, 0);
    }
}
