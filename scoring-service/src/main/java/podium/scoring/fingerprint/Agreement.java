package podium.scoring.fingerprint;

import org.jspecify.annotations.Nullable;

/**
 * How many cells of two files are equal, and how many of these equalities say something. That two files are both right, or
 * both say what a file says most of the time, is no sign of a common origin: honest hard predictions on an easy or an
 * imbalanced task agree in nearly all rows. An equality is informative where it is neither; a difference always is.
 *
 * @param cells how many cells were compared
 * @param equal how many are equal
 * @param informative how many are different, or equal and informative
 * @param informativeEqual how many are equal and informative
 */
public record Agreement(int cells, int equal, int informative, int informativeEqual) {
    /** So few informative cells say nothing. */
    private static final int FEWEST = 30;

    /** The share of equal cells above which two files are nearly the same. */
    private static final double EQUAL = 0.999;

    /** The share of the informative cells that have to be equal as well. */
    private static final double INFORMATIVE_EQUAL = 0.9;

    /** Compares cells; where a truth is null, no cell is known to be right. */
    public static Agreement of(double[] a, double[] b, double @Nullable [] truth) {
        double usual = majority(a);
        int equal = 0;
        int informative = 0;
        for (int i = 0; i < a.length; i++) {
            boolean same = a[i] == b[i];
            equal += same ? 1 : 0;
            boolean expected = same && (a[i] == usual || (truth != null && a[i] == truth[i]));
            informative += expected ? 0 : 1;
        }
        return new Agreement(a.length, equal, informative, informative - (a.length - equal));
    }

    /** Whether these are all cells of two nearly equal files. */
    public boolean nearlyEqual() {
        return informative >= FEWEST && equal > EQUAL * cells && informativeEqual > INFORMATIVE_EQUAL * informative;
    }

    /** Whether this can be a sample of the cells of two nearly equal files; it misses one in 30,000. */
    boolean maybeNearlyEqual() {
        double errors = 4;
        return informative >= FEWEST
                && new Share(equal, cells, false).atMost(errors) > EQUAL
                && new Share(informativeEqual, informative, false).atMost(errors) > INFORMATIVE_EQUAL;
    }

    /** The value of more than half of the cells, NaN if there is none. */
    private static double majority(double[] cells) {
        double candidate = Double.NaN;
        int lead = 0;
        for (double cell : cells) {
            if (lead == 0) {
                candidate = cell;
            }
            lead += cell == candidate ? 1 : -1;
        }
        int count = 0;
        for (double cell : cells) {
            count += cell == candidate ? 1 : 0;
        }
        return 2 * count > cells.length ? candidate : Double.NaN;
    }
}
