package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;

/** Root mean squared error: {@code sqrt(sum (p - y)^2 / n)} ({@code sklearn.metrics.root_mean_squared_error}). */
public record Rmse() implements Metric {
    @Override
    public String name() {
        return "rmse";
    }

    @Override
    public String definition() {
        return "Root mean squared error: the square root of the mean of (prediction - truth)^2.";
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
            double error = p[row] - y[row];
            sum += error * error;
        }
        return Evaluation.of(Math.sqrt(sum / rows.length));
    }
}
