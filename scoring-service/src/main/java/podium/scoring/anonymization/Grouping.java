package podium.scoring.anonymization;

/** Groups of rows of a {@link CodedTable} that are alike at the levels of one node. */
final class Grouping {
    private final int[] levels;
    private final long[] keys;
    private final int[] sizes;
    private final int[] groupOf;

    /**
     * @param keys what the rows of each group have in common
     * @param sizes how many rows are in each group
     * @param groupOf the group of each group of the grouping that it was made from
     */
    Grouping(int[] levels, long[] keys, int[] sizes, int[] groupOf) {
        this.levels = levels;
        this.keys = keys;
        this.sizes = sizes;
        this.groupOf = groupOf;
    }

    int groups() {
        return sizes.length;
    }

    int[] levels() {
        return levels;
    }

    long[] keys() {
        return keys;
    }

    int[] sizes() {
        return sizes;
    }

    int size(int group) {
        return sizes[group];
    }

    /** The group here of a group of the grouping that this was made from. */
    int groupOf(int lower) {
        return groupOf[lower];
    }

    /** Whether it is finer than, or the same as, what a node has at such levels. */
    boolean refines(int[] other) {
        for (int i = 0; i < levels.length; i++) {
            if (levels[i] > other[i]) {
                return false;
            }
        }
        return true;
    }
}
