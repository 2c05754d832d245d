package podium.scoring.learn;

/** Naive Bayes over coded columns, with one added to each count (Laplace). */
public final class NaiveBayes {
    private final Features features;
    private final double[] prior;
    /** By column: the logarithm of the probability of each code in each class. */
    private final double[][][] likelihood;

    /**
     * Learns.
     *
     * @param training the rows to learn from
     * @param label the class of each row of {@code features}, from 0
     * @param classes how many classes
     */
    public NaiveBayes(Features features, int[] training, int[] label, int classes) {
        this.features = features;
        prior = new double[classes];
        likelihood = new double[features.width()][][];
        for (int row : training) {
            prior[label[row]]++;
        }
        for (int column = 0; column < features.width(); column++) {
            int size = features.size(column);
            double[][] counts = new double[classes][size];
            for (int row : training) {
                counts[label[row]][features.code(row, column)]++;
            }
            for (int c = 0; c < classes; c++) {
                for (int code = 0; code < size; code++) {
                    counts[c][code] = Math.log((counts[c][code] + 1) / (prior[c] + size));
                }
            }
            likelihood[column] = counts;
        }
        for (int c = 0; c < classes; c++) {
            prior[c] = Math.log((prior[c] + 1) / (training.length + classes));
        }
    }

    /** The logarithm of the odds of class 1 against class 0. */
    public double logOdds(int row) {
        return logProbability(row, 1) - logProbability(row, 0);
    }

    /** The likeliest class of a row. */
    public int classOf(int row) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < prior.length; c++) {
            double now = logProbability(row, c);
            if (now > most) {
                most = now;
                best = c;
            }
        }
        return best;
    }

    /** How likely each class of a row is. */
    public double[] probabilities(int row) {
        double[] probabilities = new double[prior.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < prior.length; c++) {
            probabilities[c] = logProbability(row, c);
            most = Math.max(most, probabilities[c]);
        }
        double sum = 0;
        for (int c = 0; c < prior.length; c++) {
            probabilities[c] = Math.exp(probabilities[c] - most);
            sum += probabilities[c];
        }
        for (int c = 0; c < prior.length; c++) {
            probabilities[c] /= sum;
        }
        return probabilities;
    }

    private double logProbability(int row, int c) {
        double sum = prior[c];
        for (int column = 0; column < likelihood.length; column++) {
            sum += likelihood[column][c][features.code(row, column)];
        }
        return sum;
    }
}
