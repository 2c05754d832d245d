package podium.scoring.metric;

/** What the metrics of ranked groups that look at the best K only have in common. */
final class Cut {
    static final Setting.Whole SETTING = new Setting.Whole("k", "how many of the best count", 1, 10_000, 10);

    static final String EDGE_CASES =
            "A group without relevant items scores 0. In a list an item counts where it comes first,"
                    + " and repeating it takes up a rank. Of rows with the same score the relevant ones come last.";

    static final String MEMORY = "20 bytes a row of the largest group";

    private Cut() {}

    /** How many of the ranks are among the best K. */
    static int within(int k, int[] ranks, int found) {
        int count = 0;
        while (count < found && ranks[count] <= k) {
            count++;
        }
        return count;
    }
}
