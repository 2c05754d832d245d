package podium.scoring.anonymization;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every class of a release has to keep. A class that fails a model is suppressed whole; a generalization is feasible if
 * no more rows are suppressed than may be, and some stay.
 *
 * @param k the smallest class that may be published, at least 1
 * @param suppressionLimit the share of all rows, suppressed ones included, that may be suppressed, 0 to 1
 * @param diversity what each class has to have of each sensitive column, null where nothing is asked
 */
public record PrivacyModels(
        int k, BigDecimal suppressionLimit, @Nullable Diversity diversity) {

    public PrivacyModels {
        if (k < 1 || suppressionLimit.signum() < 0 || suppressionLimit.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("k is at least 1 and a share lies between 0 and 1");
        }
    }

    /** k-anonymity alone. */
    public PrivacyModels(int k, BigDecimal suppressionLimit) {
        this(k, suppressionLimit, null);
    }

    /** How many of so many rows may be suppressed: floor(limit x n), in decimal arithmetic, so that 0.29 of 100 are 29. */
    public int allowed(int rows) {
        return suppressionLimit
                .multiply(BigDecimal.valueOf(rows))
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact();
    }

    /**
     * Says which rows have to be suppressed, and whether that many may be.
     *
     * @param sensitive the columns of which each class has to be diverse
     */
    public KAnonymity.Outcome check(EquivalenceClasses classes, List<Column> sensitive) {
        boolean[] kept = new boolean[classes.count()];
        for (int c = 0; c < kept.length; c++) {
            kept[c] = classes.size(c) >= k;
        }
        if (diversity != null) {
            sensitive.forEach(column -> keepDiverse(diversity, classes, column, kept));
        }
        return KAnonymity.Outcome.of(classes, kept, allowed(classes.rows()));
    }

    private static void keepDiverse(Diversity diversity, EquivalenceClasses classes, Column sensitive, boolean[] kept) {
        int[][] counts = new int[classes.count()][];
        for (int row = 0; row < classes.rows(); row++) {
            int c = classes.classOf(row);
            if (kept[c]) {
                if (counts[c] == null) {
                    counts[c] = new int[sensitive.values().size()];
                }
                counts[c][sensitive.code(row)]++;
            }
        }
        for (int c = 0; c < kept.length; c++) {
            kept[c] = kept[c] && diversity.enough(diversity.of(counts[c]));
        }
    }

    /**
     * Whether generalizing further never suppresses more rows. A class that is uncertain enough may lose that if it is merged with
     * one that was suppressed; where none may be, there are only classes that are uncertain enough, and the entropy of a mixture is
     * at least the mean of its parts'.
     */
    boolean monotonic(int rows) {
        return diversity == null || diversity.monotonic() || allowed(rows) == 0;
    }
}
