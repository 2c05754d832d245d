package podium.scoring.privacy;

/**
 * How often an attack named the right record.
 *
 * @param hits how often
 * @param targets of how many people
 * @param upper95 the one-sided upper 95 % limit of the share (Clopper-Pearson)
 */
public record Hits(int hits, int targets, double upper95) {

    /** The share of people that were hit. */
    public double top1() {
        return targets == 0 ? 0 : (double) hits / targets;
    }
}
