package podium.scoring.learn;

import java.util.Arrays;

/** Statistics of ranks. */
public final class Ranks {
    private Ranks() {}

    /**
     * Midranks, from 1.
     *
     * @param values finite numbers
     */
    public static double[] of(double[] values) {
        double[] sorted = new double[values.length];
        Arrays.setAll(sorted, i -> withoutSign(values[i]));
        Arrays.sort(sorted);
        double[] distinct = new double[values.length];
        double[] midrank = new double[values.length];
        int count = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            distinct[count] = sorted[from];
            midrank[count++] = (from + to + 1) / 2.0;
            from = to;
        }
        double[] ranks = new double[values.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = midrank[Arrays.binarySearch(distinct, 0, count, withoutSign(values[i]))];
        }
        return ranks;
    }

    /** The two zeros are equal, but not to a sort. */
    private static double withoutSign(double value) {
        return value + 0.0;
    }

    /** The probability that a positive scores higher than a negative, ties half; 0.5 where one of both is missing. */
    public static double auc(double[] scores, boolean[] positive) {
        double[] ranks = of(scores);
        double sum = 0;
        double positives = 0;
        for (int i = 0; i < ranks.length; i++) {
            if (positive[i]) {
                sum += ranks[i];
                positives++;
            }
        }
        double negatives = ranks.length - positives;
        return positives == 0 || negatives == 0
                ? 0.5
                : (sum - positives * (positives + 1) / 2) / (positives * negatives);
    }

    /** Pearson's correlation; 0 where one side is constant. */
    public static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
    }
}
