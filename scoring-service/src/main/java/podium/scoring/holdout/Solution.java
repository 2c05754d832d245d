package podium.scoring.holdout;

import java.util.UUID;
import podium.scoring.statistics.Blocks;

/**
 * The hidden rows of a contest with their labels. Rows are in the order of test.csv and of the sample submission; a score
 * accumulates in this order, whatever the order of a prediction file. Nothing here leaves the service.
 */
public final class Solution {
    /** The part that feeds the live board. */
    public static final int PUBLIC = 0;

    /** The part that decides. */
    public static final int PRIVATE = 1;

    private final UUID contestId;
    private final UUID releaseId;
    private final RowIds ids;
    private final Labels labels;
    private final byte[] cells;
    private final int publicCount;

    /**
     * @param contestId the contest
     * @param releaseId the release whose test.csv has these rows
     * @param ids the positive ids of the rows, each once
     * @param labels as many labels
     * @param cells the {@link #cell} of each row
     */
    public Solution(UUID contestId, UUID releaseId, int[] ids, Labels labels, byte[] cells) {
        this(contestId, releaseId, RowIds.of(ids), labels, cells);
    }

    /**
     * @param contestId the contest
     * @param releaseId the release whose test.csv has these rows
     * @param ids the ids of the rows
     * @param labels as many labels
     * @param cells the {@link #cell} of each row
     */
    public Solution(UUID contestId, UUID releaseId, RowIds ids, Labels labels, byte[] cells) {
        if (labels.size() != ids.rows() || cells.length != ids.rows()) {
            throw new IllegalArgumentException(ids.rows() + " ids need as many labels and cells");
        }
        this.contestId = contestId;
        this.releaseId = releaseId;
        this.ids = ids;
        this.labels = labels;
        this.cells = cells.clone();
        this.publicCount = publicCount(this.cells);
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

    /** A row's part and its block there: part * 64 + block, an unsigned byte. Part 0 is public, part 1 private. */
    public byte cell(int row) {
        return cells[row];
    }

    /** The cell of a row in a part and a block of that part. */
    public static byte cell(int part, int block) {
        if (part < 0 || part >= 256 / Blocks.MOST || block < 0 || block >= Blocks.MOST) {
            throw new IllegalArgumentException("No such cell: part " + part + ", block " + block);
        }
        return (byte) (part * Blocks.MOST + block);
    }

    /** Whether a row feeds the live board. */
    public boolean isPublic(int row) {
        return part(cells[row]) == PUBLIC;
    }

    /** Which block of its part a row is in. */
    public int block(int row) {
        return Byte.toUnsignedInt(cells[row]) % Blocks.MOST;
    }

    /** How many rows feed the live board. */
    public int publicCount() {
        return publicCount;
    }

    private static int part(byte cell) {
        return Byte.toUnsignedInt(cell) / Blocks.MOST;
    }

    private static int publicCount(byte[] cells) {
        int count = 0;
        for (byte cell : cells) {
            count += part(cell) == PUBLIC ? 1 : 0;
        }
        return count;
    }
}
