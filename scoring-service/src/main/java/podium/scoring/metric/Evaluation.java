package podium.scoring.metric;

/** What a metric says of predictions. */
public sealed interface Evaluation {

    /** The score, a finite number, not rounded. */
    record Score(double value) implements Evaluation {
        public Score {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Not a score: " + value);
            }
        }
    }

    /**
     * The metric has no value on these rows, whatever the predictions: the contest's mistake, not the entrant's.
     *
     * @param reason why, in a sentence without a full stop
     */
    record Undefined(String reason) implements Evaluation {}

    /** The score, or that it went beyond the largest number. */
    static Evaluation of(double value) {
        return Double.isFinite(value) ? new Score(value) : new Undefined("the sum over the rows is too large a number");
    }

    /** There are no rows to evaluate. */
    static Evaluation noRows() {
        return new Undefined("there are no rows to evaluate");
    }
}
