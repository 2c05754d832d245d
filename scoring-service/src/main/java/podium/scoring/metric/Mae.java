package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;

/** Mean absolute error: {@code sum |p - y| / n} ({@code sklearn.metrics.mean_absolute_error}). */
public record Mae() implements Metric {
    @Override
    public String name() {
        return "mae";
    }

    @Override
    public String definition() {
        return "Mean absolute error: the mean of |prediction - truth|.";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.NUMBER, TaskKind.BINARY);
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
            sum += Math.abs(p[row] - y[row]);
        }
        return Evaluation.of(sum / rows.length);
    }
}
