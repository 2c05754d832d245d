package podium.local.model;

/**
 * Naive Bayes over categorical columns with add-one smoothing. With one column it is the table of that column's rates.
 */
public final class NaiveBayes implements Learner {
    @Override
    public Model fit(Examples examples) {
        int[] values = examples.values();
        double[][][] counts = new double[2][values.length][];
        double[] totals = new double[2];
        for (int c = 0; c < values.length; c++) {
            counts[0][c] = new double[values[c]];
            counts[1][c] = new double[values[c]];
        }
        for (int r = 0; r < examples.rows().length; r++) {
            int label = examples.positive()[r] ? 1 : 0;
            totals[label]++;
            for (int c = 0; c < values.length; c++) {
                counts[label][c][examples.rows()[r][c]]++;
            }
        }
        double[][] evidence = new double[values.length][];
        for (int c = 0; c < values.length; c++) {
            evidence[c] = new double[values[c]];
            for (int v = 0; v < values[c]; v++) {
                evidence[c][v] = Math.log((counts[1][c][v] + 1) / (totals[1] + values[c]))
                        - Math.log((counts[0][c][v] + 1) / (totals[0] + values[c]));
            }
        }
        double start = Logistic.logit(examples.prior());
        return row -> Logistic.sigmoid(start + sum(evidence, row));
    }

    private static double sum(double[][] evidence, int[] row) {
        double sum = 0;
        for (int c = 0; c < row.length; c++) {
            sum += row[c] == Encoding.UNSEEN ? 0 : evidence[c][row[c]];
        }
        return sum;
    }
}
