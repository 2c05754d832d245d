package podium.local.model;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The area under the ROC curve, ties counted half: the Mann-Whitney statistic over the number of pairs. */
public final class RocAuc {
    private RocAuc() {}

    /**
     * Computes it by mid-ranks.
     *
     * @param positive the labels; both must occur
     * @param scores a score for each, higher meaning more likely positive
     * @return 0 to 1; 0.5 for scores that say nothing
     */
    public static double of(boolean[] positive, double[] scores) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double rankSum = 0;
        long positives = 0;
        for (int i = 0; i < order.length; ) {
            int end = i;
            int positivesHere = 0;
            while (end < order.length && scores[order[end]] == scores[order[i]]) {
                positivesHere += positive[order[end]] ? 1 : 0;
                end++;
            }
            rankSum += positivesHere * (i + 1 + end) / 2.0;
            positives += positivesHere;
            i = end;
        }
        long negatives = order.length - positives;
        if (positives == 0 || negatives == 0) {
            throw new IllegalArgumentException("ROC AUC needs both labels.");
        }
        return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }
}
