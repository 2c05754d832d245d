package podium.scoring.lint;

import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import podium.scoring.learn.Features;
import podium.scoring.learn.NaiveBayes;
import podium.scoring.learn.Ranks;

/**
 * Whether training and test rows can be told apart by what is published, where the split is random: a naive Bayes classifier,
 * trained on half of the rows and asked about the other, has an AUC above .55 that chance does not explain.
 */
final class SplitLint {
    private static final double MOST = 0.55;
    private static final double DEVIATIONS = 4;

    private final LintedTable table;
    private final long seed;

    SplitLint(LintedTable table, long seed) {
        this.table = table;
        this.seed = seed;
    }

    LintResult check() {
        if (table.times() != null) {
            return LintResult.notApplicable("train-test", "The split is by time, so both sides differ.");
        }
        int[] rows = IntStream.concat(IntStream.of(table.train()), IntStream.of(table.test()))
                .toArray();
        int[] isTest = new int[table.label().rows()];
        for (int row : table.test()) {
            isTest[row] = 1;
        }
        Features features = new Features(table.label().rows(), table.published());
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] fold = new boolean[table.label().rows()];
        for (int row : rows) {
            fold[row] = random.nextBoolean();
        }
        double[] scores = new double[rows.length];
        boolean[] positive = new boolean[rows.length];
        for (boolean half : new boolean[] {false, true}) {
            int[] training = IntStream.of(rows).filter(row -> fold[row] == half).toArray();
            NaiveBayes model = new NaiveBayes(features, training, isTest, 2);
            for (int i = 0; i < rows.length; i++) {
                if (fold[rows[i]] != half) {
                    scores[i] = model.logOdds(rows[i]);
                    positive[i] = isTest[rows[i]] == 1;
                }
            }
        }
        return result(Ranks.auc(scores, positive));
    }

    private LintResult result(double auc) {
        double m = table.train().length;
        double n = table.test().length;
        double deviation = Math.sqrt((m + n + 1) / (12 * Math.max(1, m) * Math.max(1, n)));
        Map<String, Double> figures = Map.of("auc", auc);
        return auc > MOST && (auc - 0.5) / deviation > DEVIATIONS
                ? LintResult.blocked(
                        "train-test",
                        String.format(
                                Locale.ROOT,
                                "Training and test rows can be told apart (AUC %.3f, more than %.2f) although the split is random:"
                                        + " some column says which file a row comes from.",
                                auc,
                                MOST),
                        figures)
                : LintResult.passed(
                        "train-test",
                        String.format(Locale.ROOT, "Training and test rows look alike (AUC %.3f).", auc),
                        figures);
    }
}
