package podium.scoring.release;

import podium.scoring.metric.Direction;
import podium.scoring.prediction.PredictionReading;
import podium.scoring.statistics.BlockScore;

/** What became of a submission. Final: it is decided once. */
public sealed interface Outcome {

    /**
     * The file was scored.
     *
     * @param metric the metric's name
     * @param metricVersion its version
     * @param direction which way is better
     * @param decimals the decimals that the contest shows
     * @param publicRows how many rows the public part has
     * @param publicScore the score on the public part, not rounded and not released
     * @param privateScore the score on the private part; told to nobody before the reveal
     */
    record Scored(
            String metric,
            int metricVersion,
            Direction direction,
            int decimals,
            int publicRows,
            BlockScore publicScore,
            BlockScore privateScore)
            implements Outcome {

        /** Without the scores: a record's own text ends up in logs, and these must not. */
        @Override
        public String toString() {
            return "Scored[metric=" + metric + ", metricVersion=" + metricVersion + "]";
        }
    }

    /** The entrant's fault: the file cannot be scored. */
    record Rejected(PredictionReading.Malformed reading) implements Outcome {}

    /**
     * Our fault, or the organizers': there is no score.
     *
     * @param reason why, for the entrant and the operator
     */
    record Failed(String reason) implements Outcome {}
}
