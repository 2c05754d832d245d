package podium.scoring.metric.kernel;

import podium.scoring.metric.Cells;
import podium.scoring.metric.Truth;
import podium.scoring.metric.order.PairSort;

/**
 * The rows of a truth in ascending order of their labels, one part after the other. A row's place in this order is its
 * <i>slot</i>. Held: 13 bytes a row.
 */
public final class TargetOrder {
    private final Cells cells;
    private final int[] starts;
    private final int[] slotOfRow;
    private final double[] labels;
    private final byte[] blocks;

    public TargetOrder(Truth truth) {
        double[] labelOfRow = Kinds.numbers(truth.labels());
        this.cells = truth.cells();
        this.starts = new int[cells.parts() + 1];
        this.slotOfRow = new int[labelOfRow.length];
        this.labels = new double[labelOfRow.length];
        this.blocks = new byte[labelOfRow.length];
        int[] rows = new int[labelOfRow.length];
        int slot = 0;
        for (int part = 0; part < cells.parts(); part++) {
            for (int row = 0; row < labelOfRow.length; row++) {
                if (cells.partOf(row) == part) {
                    rows[slot] = row;
                    labels[slot++] = labelOfRow[row];
                }
            }
            starts[part + 1] = slot;
            new PairSort().sort(labels, rows, starts[part], slot);
        }
        for (int i = 0; i < rows.length; i++) {
            slotOfRow[rows[i]] = i;
            blocks[i] = (byte) (cells.of(rows[i]) % Cells.BLOCKS);
        }
    }

    public Cells cells() {
        return cells;
    }

    /** The first slot of a part; the last part's end for the number of parts. */
    public int start(int part) {
        return starts[part];
    }

    /** The part that a slot belongs to. */
    public int partOf(int slot) {
        int part = 0;
        while (slot >= starts[part + 1]) {
            part++;
        }
        return part;
    }

    public int block(int slot) {
        return blocks[slot];
    }

    public double label(int slot) {
        return labels[slot];
    }

    /** The end of the run of equal labels that begins at a slot, no further than to. */
    public int endOfTies(int slot, int to) {
        int end = slot + 1;
        while (end < to && labels[end] == labels[slot]) {
            end++;
        }
        return end;
    }

    /** The slot of each row; not to be written to. */
    int[] slotOfRow() {
        return slotOfRow;
    }
}
