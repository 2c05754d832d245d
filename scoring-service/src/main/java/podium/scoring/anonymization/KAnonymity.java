package podium.scoring.anonymization;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;

/**
 * k-anonymity with suppression (Samarati 2001, Sweeney 2002): every row that is published shares its quasi-identifiers with
 * at least k - 1 other published rows. A class that is too small is suppressed whole.
 *
 * @param k the smallest class that may be published, at least 1
 * @param suppressionLimit the share of all rows, suppressed ones included, that may be suppressed, 0 to 1
 */
public record KAnonymity(int k, BigDecimal suppressionLimit) {

    public KAnonymity {
        if (k < 1 || suppressionLimit.signum() < 0 || suppressionLimit.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("k is at least 1 and a share lies between 0 and 1");
        }
    }

    /** Says which rows have to be suppressed, and whether that many may be. */
    public Outcome check(EquivalenceClasses classes) {
        return new PrivacyModels(k, suppressionLimit).check(classes, List.of());
    }

    /**
     * What a check found.
     *
     * @param rows all rows, suppressed ones included
     * @param suppressedRows rows in classes that fail the models
     * @param allowedRows how many may be suppressed at most
     * @param classes the classes that stay
     * @param smallestClass the size of the smallest class that stays, 0 if none does
     * @param suppressed the rows to suppress
     */
    public record Outcome(
            int rows, int suppressedRows, int allowedRows, int classes, int smallestClass, BitSet suppressed) {

        public Outcome {
            suppressed = (BitSet) suppressed.clone();
        }

        /** Which rows stay, class by class. */
        static Outcome of(EquivalenceClasses classes, boolean[] kept, int allowedRows) {
            int keptClasses = 0;
            int keptRows = 0;
            int smallest = 0;
            for (int c = 0; c < kept.length; c++) {
                if (kept[c]) {
                    keptClasses++;
                    keptRows += classes.size(c);
                    smallest = smallest == 0 ? classes.size(c) : Math.min(smallest, classes.size(c));
                }
            }
            BitSet suppressed = new BitSet(classes.rows());
            for (int row = 0; row < classes.rows(); row++) {
                suppressed.set(row, !kept[classes.classOf(row)]);
            }
            return new Outcome(
                    classes.rows(), classes.rows() - keptRows, allowedRows, keptClasses, smallest, suppressed);
        }

        /** Whether no more rows are suppressed than may be, and some stay. */
        public boolean feasible() {
            return suppressedRows <= allowedRows && classes > 0;
        }

        /** Whether a row is suppressed. */
        public boolean isSuppressed(int row) {
            return suppressed.get(row);
        }
    }
}
