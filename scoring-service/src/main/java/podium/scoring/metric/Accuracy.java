package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import podium.scoring.metric.kernel.Kinds;
import podium.scoring.metric.kernel.Labelling;

/**
 * The share of rows whose label was predicted ({@code sklearn.metrics.accuracy_score}).
 *
 * <p>On a binary task a prediction above 0.5 says positive; exactly 0.5 says negative, as the classifiers of scikit-learn
 * decide, which take the first of equally likely classes. A name that no hidden row has is a wrong prediction and not an
 * error in the file: to refuse it would tell which names the hidden rows have.
 */
public record Accuracy() implements Metric {
    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public String definition() {
        return "Accuracy: the share of rows with the right label; on binary tasks a prediction above 0.5 says positive.";
    }

    @Override
    public String edgeCases() {
        return "A name that is not a label is a wrong prediction.";
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
        if (truth.labels() instanceof Values.Table) {
            throw Kinds.unfit("one label a row", truth.labels());
        }
        return Labelling.share(truth, 1);
    }
}
