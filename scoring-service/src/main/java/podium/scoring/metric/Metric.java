package podium.scoring.metric;

import java.util.Map;
import java.util.Set;

/**
 * A measure of how good predictions are. Definitions and edge cases are scikit-learn's where nothing else is said.
 *
 * <p>A metric has no state and any number of threads may use it. It adds up in the order of the rows of the solution, in
 * plain double arithmetic, with functions whose results the Java language fixes to the bit: same rows, same score, on every
 * machine, whatever the number of threads and the order of the prediction file.
 */
public sealed interface Metric
        permits Accuracy,
                AveragePrecision,
                BalancedAccuracy,
                Bias,
                Brier,
                CohenKappa,
                Crps,
                F1,
                Gini,
                Hamming,
                KendallTau,
                KolmogorovSmirnov,
                LogLoss,
                Mae,
                MapAtK,
                Mape,
                MatthewsCorrelation,
                MedianAbsoluteError,
                Mrr,
                Mse,
                NdcgAtK,
                Pinball,
                QuadraticKappa,
                R2,
                RecallAtK,
                Rmse,
                Rmsle,
                RocAuc,
                Smape,
                Spearman {

    /** Its name in contest definitions and events, such as {@code roc-auc}. */
    String name();

    /** What it measures, for people, in a sentence with its formula. */
    String definition();

    /** What it does where the formula says nothing, for people, in sentences. */
    String edgeCases();

    /** Which way is better. */
    Direction direction();

    /** The kinds of task that it can score. */
    Set<TaskKind> fits();

    /** The form of the predictions that it scores on a task of a kind that it fits. */
    default Form form(TaskKind kind) {
        return kind.form();
    }

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

    /** The settings that it was made with, by name: numbers and words. */
    default Map<String, Object> settings() {
        return Map.of();
    }

    /** What a running evaluation holds beyond the truth, what was prepared of it, and the predictions' own array. */
    default String memory() {
        return "under 100 KB";
    }

    /**
     * Prepares the metric for a truth.
     *
     * @throws IllegalArgumentException the truth is of a kind that the metric does not fit
     */
    Kernel kernel(Truth truth);
}
