package podium.scoring.lint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import podium.scoring.anonymization.Column;
import podium.scoring.learn.Ranks;

/**
 * Whether one published column alone predicts the label: AUC (each class against the rest) or R2 above .99. The prediction for a
 * value is the mean label of that value in another half of the training rows, so a column of values that occur once predicts
 * nothing; columns of numbers are tried as they are, too.
 */
final class SingleColumnLint {
    private static final double MOST = 0.99;
    private static final int FEW = 20;

    private final LintedTable table;
    private final boolean[] fold;

    SingleColumnLint(LintedTable table, long seed) {
        this.table = table;
        SplittableRandom random = new SplittableRandom(seed);
        fold = new boolean[table.train().length];
        for (int i = 0; i < fold.length; i++) {
            fold[i] = random.nextBoolean();
        }
    }

    LintResult check() {
        String worst = "";
        double most = 0;
        double[][] labels = table.labels(table.train());
        for (Column column : table.published()) {
            for (double[] label : labels) {
                double found = Math.max(byValue(column, label), byNumber(column, label));
                if (found > most) {
                    most = found;
                    worst = column.name();
                }
            }
        }
        String measure = table.numericLabel() ? "R2" : "AUC";
        Map<String, Double> figures = Map.of(table.numericLabel() ? "r2" : "auc", most);
        return most > MOST
                ? LintResult.blocked(
                        "single-column",
                        String.format(
                                Locale.ROOT,
                                "The column %s alone predicts the label (%s %.4f, more than %.2f): it is the label in disguise.",
                                worst,
                                measure,
                                most,
                                MOST),
                        figures)
                : LintResult.passed(
                        "single-column",
                        String.format(
                                Locale.ROOT,
                                "No column alone predicts the label; the best one is %s (%s %.3f).",
                                worst,
                                measure,
                                most),
                        figures);
    }

    private double byValue(Column column, double[] label) {
        Map<Integer, double[]> sums = new HashMap<>();
        for (int i = 0; i < label.length; i++) {
            if (fold[i]) {
                double[] sum = sums.computeIfAbsent(column.code(table.train()[i]), _ -> new double[2]);
                sum[0] += label[i];
                sum[1]++;
            }
        }
        double[] predicted = new double[label.length];
        double[] truth = new double[label.length];
        int count = 0;
        for (int i = 0; i < label.length; i++) {
            double[] sum = fold[i] ? null : sums.get(column.code(table.train()[i]));
            if (sum != null) {
                predicted[count] = sum[0] / sum[1];
                truth[count++] = label[i];
            }
        }
        return strength(Arrays.copyOf(predicted, count), Arrays.copyOf(truth, count));
    }

    private double byNumber(Column column, double[] label) {
        double[] numbers = new double[label.length];
        List<String> values = column.values();
        for (int i = 0; i < numbers.length; i++) {
            try {
                numbers[i] = Double.parseDouble(values.get(column.code(table.train()[i])));
            } catch (NumberFormatException e) {
                return 0;
            }
        }
        return strength(numbers, label);
    }

    private double strength(double[] predicted, double[] truth) {
        if (truth.length < FEW) {
            return 0;
        }
        if (table.numericLabel()) {
            double linear = Ranks.correlation(predicted, truth);
            double monotone = Ranks.correlation(Ranks.of(predicted), Ranks.of(truth));
            return Math.max(linear * linear, monotone * monotone);
        }
        boolean[] positive = new boolean[truth.length];
        for (int i = 0; i < truth.length; i++) {
            positive[i] = truth[i] > 0;
        }
        double auc = Ranks.auc(predicted, positive);
        return Math.max(auc, 1 - auc);
    }
}
