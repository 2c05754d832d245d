package podium.scoring.attack;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** The exact upper confidence limit of a share (Clopper & Pearson 1934). */
public final class ClopperPearson {
    private ClopperPearson() {}

    /**
     * The one-sided 95 % upper limit of the probability of a hit.
     *
     * @param hits how often it happened
     * @param trials of how many times; with none nothing is known, and the limit is 1
     */
    public static double upper95(int hits, int trials) {
        if (hits < 0 || hits > trials) {
            throw new IllegalArgumentException(hits + " hits of " + trials);
        }
        return hits == trials
                ? 1
                : BetaDistribution.of(hits + 1.0, trials - hits).inverseCumulativeProbability(0.95);
    }
}
