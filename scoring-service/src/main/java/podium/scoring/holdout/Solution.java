package podium.scoring.holdout;

import java.util.BitSet;
import java.util.UUID;

/**
 * The hidden rows of a contest with their labels. Rows are in the order of test.csv and of the sample submission; a score
 * accumulates in this order, whatever the order of a prediction file. Nothing here leaves the service.
 */
public final class Solution {
    private final UUID contestId;
    private final UUID releaseId;
    private final RowIds ids;
    private final Labels labels;
    private final BitSet publicRows;

    /**
     * @param contestId the contest
     * @param releaseId the release whose test.csv has these rows
     * @param ids the positive ids of the rows, each once
     * @param labels as many labels
     * @param publicRows the rows that feed the live board; the others decide
     */
    public Solution(UUID contestId, UUID releaseId, int[] ids, Labels labels, BitSet publicRows) {
        this(contestId, releaseId, RowIds.of(ids), labels, publicRows);
    }

    /**
     * @param contestId the contest
     * @param releaseId the release whose test.csv has these rows
     * @param ids the ids of the rows
     * @param labels as many labels
     * @param publicRows the rows that feed the live board; the others decide
     */
    public Solution(UUID contestId, UUID releaseId, RowIds ids, Labels labels, BitSet publicRows) {
        if (labels.size() != ids.rows() || publicRows.length() > ids.rows()) {
            throw new IllegalArgumentException(ids.rows() + " ids need as many labels, and public rows among them");
        }
        this.contestId = contestId;
        this.releaseId = releaseId;
        this.ids = ids;
        this.labels = labels;
        this.publicRows = (BitSet) publicRows.clone();
    }

    public UUID contestId() {
        return contestId;
    }

    public UUID releaseId() {
        return releaseId;
    }

    /** How many hidden rows. */
    public int rows() {
        return ids.rows();
    }

    /** The ids of the hidden rows. */
    public RowIds ids() {
        return ids;
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
}
