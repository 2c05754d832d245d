package podium.scoring.statistics;

import podium.scoring.metric.Cells;
import podium.scoring.metric.Evaluation;
import podium.scoring.metric.Metric;
import podium.scoring.metric.Truth;
import podium.scoring.metric.Values;

/** Scores as the real kernels give them. */
final class KernelScore {
    private KernelScore() {}

    /** The score of one part whose rows are dealt out to the blocks like cards: as good as keyed where errors are random. */
    static BlockScore of(Metric metric, double[] labels, double[] predictions) {
        byte[] cells = new byte[labels.length];
        for (int row = 0; row < cells.length; row++) {
            cells[row] = (byte) (row % Blocks.MOST);
        }
        Truth truth = Truth.of(new Values.Numbers(labels), new Cells(cells, 1), 0);
        Evaluation evaluation = metric.kernel(truth)
                .evaluate(new Values.Numbers(predictions.clone()))
                .getFirst();
        Evaluation.Score score = (Evaluation.Score) evaluation;
        return BlockScore.of(score.value(), score.withoutBlock(), labels.length);
    }
}
