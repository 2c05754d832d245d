package podium.scoring.fingerprint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What several teams agree on, cell by cell, and what two files have in common besides. */
sealed interface Consensus {
    /** Fewer cells that say anything make no correlation. */
    int FEWEST_CELLS = 30;

    /**
     * Correlates what is left of two files.
     *
     * @param a a file's cells, of numbers standardized ones
     * @param b the other's
     * @param truth what is true of the cells, null if that is not known
     * @return empty if nothing is left, or too little, or what is left is no sign of a common origin
     */
    Optional<ResidualCorrelation> correlate(double[] a, double[] b, double @Nullable [] truth);

    /** The most usual value of a cell, or the middle one. */
    double[] typical();

    /**
     * What teams agree on.
     *
     * @param kind what the cells are
     * @param byCell for each cell what the teams say, sorted; at least one team
     */
    static Consensus of(CellKind kind, double[][] byCell) {
        return switch (kind) {
            case NUMBERS -> Middle.of(byCell);
            case NAMES -> new Votes(byCell);
        };
    }

    /**
     * Of numbers: the median of the teams in each cell. A mean would do for many teams; among few, a single bad file moves
     * it, and whoever is good then differs from it in the same way.
     */
    @SuppressWarnings("ArrayRecordComponent") // read in hot loops
    record Middle(double[] typical, int teams) implements Consensus {
        /** From this share on, what sets a file apart from the consensus is that it is better. */
        private static final double MOSTLY_TRUTH = 0.9;

        /** A share that is less sure than this says nothing: the file is closer to the consensus than the truth is exact. */
        private static final double LARGEST_ERROR = 0.1;

        static Middle of(double[][] byCell) {
            double[] middle = new double[byCell.length];
            for (int i = 0; i < middle.length; i++) {
                middle[i] = Standard.median(byCell[i], 0);
            }
            return new Middle(middle, byCell[0].length);
        }

        @Override
        public Optional<ResidualCorrelation> correlate(double[] a, double[] b, double @Nullable [] truth) {
            if (a.length < FEWEST_CELLS || (truth != null && isMostlyTruth(a, truth) && isMostlyTruth(b, truth))) {
                return Optional.empty();
            }
            double correlation = Residuals.correlation(Residuals.of(a, typical), Residuals.of(b, typical));
            return Double.isNaN(correlation)
                    ? Optional.empty()
                    : Optional.of(new ResidualCorrelation(correlation, a.length, teams));
        }

        /**
         * Whether a file differs from a poor consensus by being right. Two honest good models in a field of bad ones do, and
         * then what they have in common is the truth. With both calibrated on the truth y, {@code a - m} holds the share
         * {@code (1 + (MSE(m) - MSE(a)) / mean (a - m)^2) / 2} of truth: for independent errors of a, its covariance with
         * {@code y - m} over its variance, with the standard error {@code sqrt(MSE(m) / (n mean (a - m)^2))}.
         */
        private boolean isMostlyTruth(double[] a, double[] truth) {
            double[] calibrated = Residuals.fit(truth, a);
            double[] consensus = Residuals.fit(truth, typical);
            double distance = Residuals.meanSquare(calibrated, consensus);
            double error = Residuals.meanSquare(truth, consensus);
            double gain = error - Residuals.meanSquare(truth, calibrated);
            return distance > 0
                    && Math.sqrt(error / (a.length * distance)) <= LARGEST_ERROR
                    && (1 + gain / distance) / 2 >= MOSTLY_TRUTH;
        }
    }

    /**
     * Of names: the share of the teams that vote for each. A file's residual in a cell is 1 at its own name less the shares
     * of all names; two files are correlated by the cosine of these over the cells in which at least one of them is wrong,
     * for to be right together is no sign of a common origin.
     */
    @SuppressWarnings("ArrayRecordComponent") // read in hot loops
    record Votes(double[][] byCell) implements Consensus {

        @Override
        public Optional<ResidualCorrelation> correlate(double[] a, double[] b, double @Nullable [] truth) {
            double aa = 0;
            double bb = 0;
            double ab = 0;
            int cells = 0;
            for (int i = 0; i < a.length; i++) {
                if (truth != null && a[i] == truth[i] && b[i] == truth[i]) {
                    continue;
                }
                double[] votes = byCell[i];
                double shareOfA = share(votes, a[i]);
                double shareOfB = share(votes, b[i]);
                double concentration = concentration(votes);
                aa += 1 - 2 * shareOfA + concentration;
                bb += 1 - 2 * shareOfB + concentration;
                ab += (a[i] == b[i] ? 1 : 0) - shareOfA - shareOfB + concentration;
                cells++;
            }
            return cells < FEWEST_CELLS || aa == 0 || bb == 0
                    ? Optional.empty()
                    : Optional.of(
                            new ResidualCorrelation(ab / (Math.sqrt(aa) * Math.sqrt(bb)), cells, byCell[0].length));
        }

        @Override
        public double[] typical() {
            double[] modes = new double[byCell.length];
            for (int i = 0; i < modes.length; i++) {
                modes[i] = mode(byCell[i]);
            }
            return modes;
        }

        private static double share(double[] votes, double name) {
            int count = 0;
            for (double vote : votes) {
                count += vote == name ? 1 : 0;
            }
            return (double) count / votes.length;
        }

        /** The sum of the squared shares, of sorted votes. */
        private static double concentration(double[] votes) {
            double squares = 0;
            int run = 0;
            for (int i = 0; i < votes.length; i++) {
                run = i > 0 && votes[i] == votes[i - 1] ? run + 1 : 1;
                // The k-th of a run adds what is between (k-1)^2 and k^2.
                squares += 2 * run - 1;
            }
            return squares / ((double) votes.length * votes.length);
        }

        private static double mode(double[] votes) {
            double mode = votes[0];
            int longest = 0;
            int run = 0;
            for (int i = 0; i < votes.length; i++) {
                run = i > 0 && votes[i] == votes[i - 1] ? run + 1 : 1;
                if (run > longest) {
                    longest = run;
                    mode = votes[i];
                }
            }
            return mode;
        }
    }
}
