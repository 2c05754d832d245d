package podium.scoring.privacy;

import podium.scoring.anonymization.EquivalenceClasses;
import podium.scoring.anonymization.KAnonymity;

/**
 * How likely a person is found again in a release by the quasi-identifiers alone (El Emam 2013; the three attackers' names
 * are his).
 *
 * @param prosecutorMax the attacker knows that the person is in the release: 1 / smallest published class
 * @param journalistMax the attacker only knows that the person is in the raw data: 1 / the smallest class of the raw data
 *     that holds a published row. Suppression takes classes whole, so until rows are sampled both are the same
 * @param marketer the share of published rows that an attacker hits who links everybody: classes / published rows
 * @param smallestClass rows in the smallest published class, 0 if nothing is published
 * @param classes published classes
 */
public record ReidentificationRisks(
        double prosecutorMax, double journalistMax, double marketer, int smallestClass, int classes) {

    /**
     * Measures the risks of what is published.
     *
     * @param population the classes of all raw rows, generalized as the release is
     * @param outcome which of these rows are published
     */
    public static ReidentificationRisks of(EquivalenceClasses population, KAnonymity.Outcome outcome) {
        int[] published = new int[population.count()];
        for (int row = 0; row < population.rows(); row++) {
            if (!outcome.isSuppressed(row)) {
                published[population.classOf(row)]++;
            }
        }
        int classes = 0;
        int rows = 0;
        int smallest = Integer.MAX_VALUE;
        int smallestInPopulation = Integer.MAX_VALUE;
        for (int c = 0; c < published.length; c++) {
            if (published[c] > 0) {
                classes++;
                rows += published[c];
                smallest = Math.min(smallest, published[c]);
                smallestInPopulation = Math.min(smallestInPopulation, population.size(c));
            }
        }
        if (classes == 0) {
            return new ReidentificationRisks(0, 0, 0, 0, 0);
        }
        return new ReidentificationRisks(
                1.0 / smallest, 1.0 / smallestInPopulation, (double) classes / rows, smallest, classes);
    }
}
