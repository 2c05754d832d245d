package podium.scoring.metric;

import java.util.Arrays;

/** What a metric says of predictions on one part of the truth. */
public sealed interface Evaluation {

    /**
     * A score, with what it takes to say how sure it is: the jackknife error of a score, and of the difference of two,
     * follow from the scores without each of the blocks.
     *
     * @param value the score, a finite number, not rounded
     * @param withoutBlock for each of the 64 blocks, the metric on the part without the block's rows: the value itself where
     *     the block has no rows, and NaN where the metric has no value without them
     */
    @SuppressWarnings("ArrayRecordComponent") // compared and printed by its elements below
    record Score(double value, double[] withoutBlock) implements Evaluation {
        public Score {
            if (!Double.isFinite(value) || withoutBlock.length != Cells.BLOCKS) {
                throw new IllegalArgumentException("Not a score: " + value + ", " + withoutBlock.length + " blocks");
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Score score
                    && Double.compare(value, score.value) == 0
                    && Arrays.equals(withoutBlock, score.withoutBlock);
        }

        @Override
        public int hashCode() {
            return 31 * Double.hashCode(value) + Arrays.hashCode(withoutBlock);
        }

        @Override
        public String toString() {
            return "Score[" + value + ", withoutBlock=" + Arrays.toString(withoutBlock) + "]";
        }
    }

    /**
     * The metric has no value on this part, whatever the predictions: the contest's mistake, not the entrant's.
     *
     * @param reason why, in a sentence without a full stop
     */
    record Undefined(String reason) implements Evaluation {}
}
