package podium.scoring.attack;

import java.util.Arrays;

/**
 * What an attack did to a sample of people.
 *
 * @param targets how many people were attacked
 * @param hits for how many the best record was theirs; where several are equally good, one is drawn
 * @param top1 hits / targets
 * @param upper95 the one-sided 95 % upper limit of the probability of a hit (Clopper-Pearson)
 * @param recallAt95 the share of people found by an attacker who accepts only what is clear enough for 95 % of what he
 *     accepts to be right; the best threshold is taken, whatever it is
 * @param recallAt50 the same with 50 %
 * @param recallAt20 the same with 20 %
 * @param accepted the share of people for whom the best record is accepted at an eccentricity of 1.5, right or wrong
 * @param acceptedRight the share of people for whom it is accepted and right
 */
public record SampleOutcome(
        int targets,
        int hits,
        double top1,
        double upper95,
        double recallAt95,
        double recallAt50,
        double recallAt20,
        double accepted,
        double acceptedRight) {
    /** The eccentricity from which Narayanan and Shmatikov accept the best record. */
    static final double PHI = 1.5;

    /**
     * Counts.
     *
     * @param eccentricity of each target, how much better the best record is than the second
     * @param hit of each target, whether it is theirs
     */
    static SampleOutcome of(double[] eccentricity, boolean[] hit) {
        int targets = hit.length;
        int hits = 0;
        int accepted = 0;
        int acceptedRight = 0;
        for (int t = 0; t < targets; t++) {
            hits += hit[t] ? 1 : 0;
            if (eccentricity[t] >= PHI) {
                accepted++;
                acceptedRight += hit[t] ? 1 : 0;
            }
        }
        double all = Math.max(1, targets);
        return new SampleOutcome(
                targets,
                hits,
                hits / all,
                ClopperPearson.upper95(hits, targets),
                recall(eccentricity, hit, 0.95),
                recall(eccentricity, hit, 0.5),
                recall(eccentricity, hit, 0.2),
                accepted / all,
                acceptedRight / all);
    }

    /** The greatest share of targets that a threshold finds at this precision. */
    private static double recall(double[] eccentricity, boolean[] hit, double precision) {
        Integer[] clearest = new Integer[hit.length];
        Arrays.setAll(clearest, t -> t);
        Arrays.sort(clearest, (a, b) -> Double.compare(eccentricity[b], eccentricity[a]));
        int right = 0;
        int best = 0;
        for (int k = 0; k < clearest.length; k++) {
            right += hit[clearest[k]] ? 1 : 0;
            boolean threshold = k + 1 == clearest.length || eccentricity[clearest[k + 1]] < eccentricity[clearest[k]];
            if (threshold && right >= precision * (k + 1)) {
                best = right;
            }
        }
        return best / (double) Math.max(1, hit.length);
    }
}
