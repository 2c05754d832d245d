package podium.scoring.metric;

import org.jspecify.annotations.Nullable;

/**
 * What predictions are measured against.
 *
 * @param labels what is true of each row
 * @param cells the part and the block of each row
 * @param groups for metrics of ranked groups, the group of each row as any number; null where rows have no groups
 * @param classes how many names labels of kind {@link Values.Codes} are indices into, 0 for others
 */
@SuppressWarnings("ArrayRecordComponent") // read in hot loops
public record Truth(Values labels, Cells cells, int @Nullable [] groups, int classes) {
    public Truth {
        if (cells.rows() != labels.rows() || (groups != null && groups.length != labels.rows())) {
            throw new IllegalArgumentException("Labels, cells and groups are not of the same rows");
        }
        if (labels instanceof Values.Codes codes) {
            for (int code : codes.values()) {
                if (code < 0 || code >= classes) {
                    throw new IllegalArgumentException("Not one of " + classes + " classes: " + code);
                }
            }
        }
        if (labels instanceof Values.Lists lists) {
            for (int item : lists.items()) {
                if (item < 0) {
                    throw new IllegalArgumentException("Not an item: " + item);
                }
            }
        }
    }

    /** A truth without groups. */
    public static Truth of(Values labels, Cells cells, int classes) {
        return new Truth(labels, cells, null, classes);
    }
}
