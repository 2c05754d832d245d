package podium.local.model;

import java.util.Arrays;

/**
 * Gradient boosting of the logistic loss (Friedman 2001, with Newton steps for the leaves). A round's stump gives each
 * value of one column its own leaf; the column with the largest gain is taken.
 *
 * @param rounds stumps
 * @param shrinkage how much of a leaf's Newton step is taken, 0 to 1
 * @param damping added to a leaf's second derivative, so that rare values move little
 */
public record BoostedStumps(int rounds, double shrinkage, double damping) implements Learner {
    @Override
    public Model fit(Examples examples) {
        int[][] rows = examples.rows();
        int[] values = examples.values();
        double start = Logistic.logit(examples.prior());
        double[] logOdds = new double[rows.length];
        Arrays.fill(logOdds, start);
        double[][] leaves = new double[values.length][];
        for (int c = 0; c < values.length; c++) {
            leaves[c] = new double[values[c]];
        }
        for (int round = 0; round < rounds; round++) {
            Stump stump = best(examples, logOdds);
            for (int v = 0; v < stump.steps.length; v++) {
                leaves[stump.column][v] += shrinkage * stump.steps[v];
            }
            for (int r = 0; r < rows.length; r++) {
                logOdds[r] += shrinkage * stump.steps[rows[r][stump.column]];
            }
        }
        return row -> {
            double sum = start;
            for (int c = 0; c < row.length; c++) {
                sum += row[c] == Encoding.UNSEEN ? 0 : leaves[c][row[c]];
            }
            return Logistic.sigmoid(sum);
        };
    }

    private Stump best(Examples examples, double[] logOdds) {
        int[][] rows = examples.rows();
        int[] values = examples.values();
        double[][] gradient = new double[values.length][];
        double[][] curvature = new double[values.length][];
        for (int c = 0; c < values.length; c++) {
            gradient[c] = new double[values[c]];
            curvature[c] = new double[values[c]];
        }
        for (int r = 0; r < rows.length; r++) {
            double p = Logistic.sigmoid(logOdds[r]);
            double slope = (examples.positive()[r] ? 1 : 0) - p;
            for (int c = 0; c < values.length; c++) {
                gradient[c][rows[r][c]] += slope;
                curvature[c][rows[r][c]] += p * (1 - p);
            }
        }
        int column = 0;
        double most = -1;
        for (int c = 0; c < values.length; c++) {
            double gain = 0;
            for (int v = 0; v < values[c]; v++) {
                gain += gradient[c][v] * gradient[c][v] / (curvature[c][v] + damping);
            }
            if (gain > most) {
                most = gain;
                column = c;
            }
        }
        double[] steps = new double[values[column]];
        for (int v = 0; v < steps.length; v++) {
            steps[v] = gradient[column][v] / (curvature[column][v] + damping);
        }
        return new Stump(column, steps);
    }

    private static final class Stump {
        private final int column;
        private final double[] steps;

        Stump(int column, double[] steps) {
            this.column = column;
            this.steps = steps;
        }
    }
}
