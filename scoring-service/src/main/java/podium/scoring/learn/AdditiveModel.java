package podium.scoring.learn;

/**
 * Mean and an effect of each code of each column, fitted by backfitting with shrinkage: ridge regression on indicators, solved
 * column by column.
 */
public final class AdditiveModel {
    private static final int PASSES = 8;
    private static final double SHRINKAGE = 5;

    private final Features features;
    private final double mean;
    private final double[][] effect;

    /**
     * Learns.
     *
     * @param training the rows to learn from
     * @param target the number of each row of {@code features}
     */
    public AdditiveModel(Features features, int[] training, double[] target) {
        this.features = features;
        double sum = 0;
        for (int row : training) {
            sum += target[row];
        }
        mean = training.length == 0 ? 0 : sum / training.length;
        effect = new double[features.width()][];
        for (int column = 0; column < effect.length; column++) {
            effect[column] = new double[features.size(column)];
        }
        double[] residual = new double[training.length];
        for (int i = 0; i < residual.length; i++) {
            residual[i] = target[training[i]] - mean;
        }
        for (int pass = 0; pass < PASSES; pass++) {
            for (int column = 0; column < effect.length; column++) {
                fit(column, training, residual);
            }
        }
    }

    /** The prediction for a row. */
    public double predict(int row) {
        double sum = mean;
        for (int column = 0; column < effect.length; column++) {
            sum += effect[column][features.code(row, column)];
        }
        return sum;
    }

    private void fit(int column, int[] training, double[] residual) {
        double[] sums = new double[effect[column].length];
        int[] counts = new int[sums.length];
        for (int i = 0; i < residual.length; i++) {
            int code = features.code(training[i], column);
            residual[i] += effect[column][code];
            sums[code] += residual[i];
            counts[code]++;
        }
        for (int code = 0; code < sums.length; code++) {
            effect[column][code] = sums[code] / (counts[code] + SHRINKAGE);
        }
        for (int i = 0; i < residual.length; i++) {
            residual[i] -= effect[column][features.code(training[i], column)];
        }
    }
}
