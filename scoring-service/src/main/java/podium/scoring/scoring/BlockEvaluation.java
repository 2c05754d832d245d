package podium.scoring.scoring;

import java.util.Arrays;
import podium.scoring.holdout.Solution;
import podium.scoring.metric.Evaluation;
import podium.scoring.metric.Metric;
import podium.scoring.metric.Values;
import podium.scoring.statistics.BlockScore;
import podium.scoring.statistics.Blocks;

/** Evaluates a metric on the rows of a part, and again without each of the part's blocks. */
final class BlockEvaluation {
    private final Metric metric;
    private final Values truth;
    private final Values predictions;
    private final Solution solution;

    BlockEvaluation(Metric metric, Values truth, Values predictions, Solution solution) {
        this.metric = metric;
        this.truth = truth;
        this.predictions = predictions;
        this.solution = solution;
    }

    /** The score of a part, or why there is none. */
    sealed interface Result {}

    record Score(BlockScore score) implements Result {}

    record Undefined(String reason) implements Result {}

    Result evaluate(int[] rows) {
        return switch (metric.evaluate(truth, predictions, rows)) {
            case Evaluation.Undefined(String reason) -> new Undefined(reason);
            case Evaluation.Score(double value) -> new Score(new BlockScore(value, withoutBlock(rows)));
        };
    }

    private double[] withoutBlock(int[] rows) {
        double[] scores = new double[Blocks.count(rows.length)];
        for (int block = 0; block < scores.length; block++) {
            scores[block] =
                    metric.evaluate(truth, predictions, without(block, rows)) instanceof Evaluation.Score(double value)
                            ? value
                            : Double.NaN;
        }
        return scores;
    }

    private int[] without(int block, int[] rows) {
        int[] others = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            if (solution.block(row) != block) {
                others[count++] = row;
            }
        }
        return Arrays.copyOf(others, count);
    }
}
