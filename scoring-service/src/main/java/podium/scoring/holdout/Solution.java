package podium.scoring.holdout;

import java.util.Arrays;
import java.util.BitSet;
import java.util.UUID;

/**
 * The hidden rows of a contest with their labels. Rows are in the order of test.csv and of the sample submission; a score
 * accumulates in this order, whatever the order of a prediction file. Nothing here leaves the service.
 */
public final class Solution {
    private final UUID contestId;
    private final UUID releaseId;
    private final int[] ids;
    private final Labels labels;
    private final BitSet publicRows;
    private final int[] rowOfId;

    /**
     * @param contestId the contest
     * @param releaseId the release whose test.csv has these rows
     * @param ids the positive ids of the rows, each once
     * @param labels as many labels
     * @param publicRows the rows that feed the live board; the others decide
     */
    public Solution(UUID contestId, UUID releaseId, int[] ids, Labels labels, BitSet publicRows) {
        if (labels.size() != ids.length || publicRows.length() > ids.length) {
            throw new IllegalArgumentException(ids.length + " ids need as many labels, and public rows among them");
        }
        this.contestId = contestId;
        this.releaseId = releaseId;
        this.ids = ids.clone();
        this.labels = labels;
        this.publicRows = (BitSet) publicRows.clone();
        this.rowOfId = rowsById(this.ids);
    }

    public UUID contestId() {
        return contestId;
    }

    public UUID releaseId() {
        return releaseId;
    }

    /** How many hidden rows. */
    public int rows() {
        return ids.length;
    }

    /** The id of a row. */
    public int id(int row) {
        return ids[row];
    }

    /** The row with an id, -1 if no hidden row has it. Constant time: ids are dense over training and hidden rows. */
    public int rowOf(long id) {
        return id < 0 || id >= rowOfId.length ? -1 : rowOfId[(int) id];
    }

    public Labels labels() {
        return labels;
    }

    /** Whether a row feeds the live board. */
    public boolean isPublic(int row) {
        return publicRows.get(row);
    }

    /** How many rows feed the live board. */
    public int publicCount() {
        return publicRows.cardinality();
    }

    private static int[] rowsById(int[] ids) {
        int[] rows = new int[Arrays.stream(ids).max().orElse(-1) + 1];
        Arrays.fill(rows, -1);
        for (int row = 0; row < ids.length; row++) {
            if (ids[row] < 1 || rows[ids[row]] >= 0) {
                throw new IllegalArgumentException("Not a positive id that is there once: " + ids[row]);
            }
            rows[ids[row]] = row;
        }
        return rows;
    }
}
