package podium.scoring.attack;

import java.util.Arrays;

/** What was found for each target in each cell. Threads write to different targets. */
final class Attempts {
    private final double[][] eccentricity;
    private final boolean[][] hit;
    private final double[][] bits;

    Attempts(int cells, int targets) {
        eccentricity = new double[cells][targets];
        hit = new boolean[cells][targets];
        bits = new double[cells][targets];
    }

    void note(int cell, int target, double eccentricity, boolean hit, double bitsLeft) {
        this.eccentricity[cell][target] = eccentricity;
        this.hit[cell][target] = hit;
        bits[cell][target] = bitsLeft;
    }

    CellOutcome outcome(int c, AttackCell cell, Targets targets) {
        return new CellOutcome(
                cell, sample(c, targets.population()), sample(c, targets.members()), medianBits(c, targets.members()));
    }

    private SampleOutcome sample(int c, int[] places) {
        double[] clear = new double[places.length];
        boolean[] right = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            clear[i] = eccentricity[c][places[i]];
            right[i] = hit[c][places[i]];
        }
        return SampleOutcome.of(clear, right);
    }

    private double medianBits(int c, int[] places) {
        double[] sorted = Arrays.stream(places)
                .mapToDouble(place -> bits[c][place])
                .sorted()
                .toArray();
        int n = sorted.length;
        return n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
