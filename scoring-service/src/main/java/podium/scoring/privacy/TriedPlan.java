package podium.scoring.privacy;

/**
 * A point of the privacy-utility curve.
 *
 * @param stage the stage that was changed last to get here; {@code plan} for the refused plan itself
 * @param sampling what was tried
 * @param rows how many rows it publishes
 * @param populationUpper95 the upper limit of the share of all people who are found, in the worst cell tried
 * @param membersUpper95 the same of the people in the release
 * @param utilityLoss by how much the baseline gets worse, as a share of its error; NaN where it could not be trained
 * @param populationExcess how many times its bound the limit of the population is
 * @param membersExcess how many times its bound the limit of the people in the release is
 */
public record TriedPlan(
        String stage,
        Sampling sampling,
        int rows,
        double populationUpper95,
        double membersUpper95,
        double utilityLoss,
        double populationExcess,
        double membersExcess) {
    /** Whether both bounds hold in every cell tried. */
    public boolean passes() {
        return populationExcess <= 1 && membersExcess <= 1;
    }

    /** How far both limits together are above their bounds, in factors of e; 0 if none is. */
    double distance() {
        return Math.log(Math.max(1, populationExcess)) + Math.log(Math.max(1, membersExcess));
    }
}
