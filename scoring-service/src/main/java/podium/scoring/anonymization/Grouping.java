package podium.scoring.anonymization;

/** The classes of a {@link CodedTable} at the levels of one node. */
final class Grouping {
    private final int[] levels;
    private final int[] firsts;
    private final int[] sizes;
    private final int[] groupOf;

    /**
     * @param firsts a distinct row of each group
     * @param sizes how many rows are in each group
     * @param groupOf the group of each group of the grouping that it was made from
     */
    Grouping(int[] levels, int[] firsts, int[] sizes, int[] groupOf) {
        this.levels = levels;
        this.firsts = firsts;
        this.sizes = sizes;
        this.groupOf = groupOf;
    }

    int groups() {
        return firsts.length;
    }

    int[] levels() {
        return levels;
    }

    int first(int group) {
        return firsts[group];
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
