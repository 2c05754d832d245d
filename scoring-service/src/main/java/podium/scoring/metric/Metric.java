package podium.scoring.metric;

import java.util.Set;

/**
 * A measure of how good predictions are. Definitions and edge cases are scikit-learn's where nothing else is said.
 *
 * <p>A metric has no state and any number of threads may use it. It adds up in the order of the rows that it is given, in
 * plain double arithmetic, with functions whose results the Java language fixes to the bit: same rows, same score.
 */
public sealed interface Metric permits Rmse, Mae, Accuracy, LogLoss, RocAuc {

    /** Its name in contest definitions and events, such as {@code roc-auc}. */
    String name();

    /** What it measures, for people, in a sentence with its formula. */
    String definition();

    /** Which way is better. */
    Direction direction();

    /** The kinds of task that it can score. */
    Set<TaskKind> fits();

    /** Rises when the same predictions may get another score than before. */
    default int version() {
        return 1;
    }

    /** The decimals that are shown where a contest does not say. */
    default int decimals() {
        return 4;
    }

    /** The predictions that it can score at all; a contest may narrow them. */
    default Bounds domain() {
        return Bounds.WIDEST;
    }

    /**
     * Scores predictions on some rows.
     *
     * @param truth what is true, for all rows of the solution
     * @param predictions as many predictions of the kind that fits the truth, numbers within {@link #domain()}
     * @param rows the rows to evaluate, ascending, each once
     * @return the score, or why there is none
     * @throws IllegalArgumentException truth or predictions are of a kind that the metric does not fit
     */
    Evaluation evaluate(Values truth, Values predictions, int[] rows);
}
