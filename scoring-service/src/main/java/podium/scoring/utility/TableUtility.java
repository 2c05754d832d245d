package podium.scoring.utility;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import podium.scoring.anonymization.Column;
import podium.scoring.learn.AdditiveModel;
import podium.scoring.learn.Features;
import podium.scoring.learn.NaiveBayes;
import podium.scoring.learn.Ranks;
import podium.scoring.stage.Progress;

/**
 * What a released table is still good for: naive Bayes for labels that are names (measured by ROC AUC if there are two, by
 * accuracy if there are more), an additive model for numbers (RMSE). One learns from the raw columns of all rows that are not
 * hidden, the other from the published columns of the published training rows; both are asked about the published test rows.
 */
public final class TableUtility {
    private final int[] rawTraining;
    private final int[] training;
    private final int[] test;
    private final Features raw;
    private final Features released;

    /**
     * @param rows how many raw rows
     * @param raw the raw columns of what is published, but the label
     * @param released the same as they are published, by raw row
     * @param rawTraining raw rows that are not hidden
     * @param training those of them that are published
     * @param test published rows that are hidden
     */
    public TableUtility(
            int rows, List<Column> raw, List<Column> released, int[] rawTraining, int[] training, int[] test) {
        this.raw = new Features(rows, raw);
        this.released = new Features(rows, released);
        this.rawTraining = rawTraining.clone();
        this.training = training.clone();
        this.test = test.clone();
    }

    /** Measures with labels that are names, by raw row. */
    public Measured classes(Column label, Progress progress) {
        progress.begin("utility", 2);
        int[] codes = IntStream.range(0, label.rows()).map(label::code).toArray();
        int classes = Math.max(2, label.values().size());
        NaiveBayes ofRaw = new NaiveBayes(raw, rawTraining, codes, classes);
        progress.advance(1);
        NaiveBayes ofRelease = new NaiveBayes(released, training, codes, classes);
        progress.advance(1);
        Utility utility = classes == 2
                ? new Utility("naive Bayes", "roc-auc", true, auc(ofRaw, codes), auc(ofRelease, codes))
                : new Utility("naive Bayes", "accuracy", true, accuracy(ofRaw, codes), accuracy(ofRelease, codes));
        return new Measured(utility, ofRelease::probabilities);
    }

    /** Measures with labels that are numbers, by raw row. */
    public Measured numbers(double[] label, Progress progress) {
        progress.begin("utility", 2);
        AdditiveModel ofRaw = new AdditiveModel(raw, rawTraining, label);
        progress.advance(1);
        AdditiveModel ofRelease = new AdditiveModel(released, training, label);
        progress.advance(1);
        return new Measured(
                new Utility("additive model", "rmse", false, rmse(ofRaw, label), rmse(ofRelease, label)),
                row -> new double[] {ofRelease.predict(row)});
    }

    private double auc(NaiveBayes model, int[] codes) {
        boolean[] positive = new boolean[test.length];
        for (int i = 0; i < test.length; i++) {
            positive[i] = codes[test[i]] == 1;
        }
        return Ranks.auc(Arrays.stream(test).mapToDouble(model::logOdds).toArray(), positive);
    }

    private double accuracy(NaiveBayes model, int[] codes) {
        return Arrays.stream(test)
                        .filter(row -> model.classOf(row) == codes[row])
                        .count()
                / (double) Math.max(1, test.length);
    }

    private double rmse(AdditiveModel model, double[] label) {
        double squares = 0;
        for (int row : test) {
            squares += (model.predict(row) - label[row]) * (model.predict(row) - label[row]);
        }
        return Math.sqrt(squares / Math.max(1, test.length));
    }
}
