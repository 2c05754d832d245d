package podium.scoring.fingerprint;

/** How much of a file is new against an earlier one of the same team, in their samples. */
public final class OwnChange {
    /** Below this share of changed rows a file asks about these rows rather than being another try. */
    private static final double SMALL = 0.01;

    private OwnChange() {}

    /** Whether exactly so many changed rows are few. A file without any is a repetition, which asks nothing. */
    public static boolean small(int changed, int rows) {
        return changed > 0 && changed < SMALL * rows;
    }

    /** Whether a file may differ from an earlier one in few rows; it misses one in 30,000. */
    public static boolean maybeSmall(double[] later, double[] earlier, int rows) {
        int changed = 0;
        for (int i = 0; i < later.length; i++) {
            changed += later[i] == earlier[i] ? 0 : 1;
        }
        return new Share(changed, later.length, later.length == rows).atLeast(4) < SMALL;
    }
}
