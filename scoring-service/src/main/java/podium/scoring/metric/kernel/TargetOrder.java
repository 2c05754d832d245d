package podium.scoring.metric.kernel;

import podium.scoring.metric.Cells;
import podium.scoring.metric.Truth;
import podium.scoring.metric.order.PairSort;

/**
 * The rows of a truth in ascending order of their labels, one part after the other. A row's place in this order is its
 * <i>slot</i>. Held: 9 bytes a row.
 */
public final class TargetOrder {
    private final double[] labels;
    private final Cells cells;
    private final int[] rowOfSlot;
    private final int[] starts;
    private final byte[] blockOfSlot;

    public TargetOrder(Truth truth) {
        this.labels = Kinds.numbers(truth.labels());
        this.cells = truth.cells();
        this.rowOfSlot = new int[labels.length];
        this.starts = new int[cells.parts() + 1];
        double[] keys = new double[labels.length];
        int slot = 0;
        for (int part = 0; part < cells.parts(); part++) {
            for (int row = 0; row < labels.length; row++) {
                if (cells.partOf(row) == part) {
                    rowOfSlot[slot] = row;
                    keys[slot++] = labels[row];
                }
            }
            starts[part + 1] = slot;
            new PairSort().sort(keys, rowOfSlot, starts[part], slot);
        }
        this.blockOfSlot = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            blockOfSlot[i] = (byte) (cells.of(rowOfSlot[i]) % Cells.BLOCKS);
        }
    }

    public Cells cells() {
        return cells;
    }

    /** The first slot of a part; the last part's end for the number of parts. */
    public int start(int part) {
        return starts[part];
    }

    public int row(int slot) {
        return rowOfSlot[slot];
    }

    public int block(int slot) {
        return blockOfSlot[slot];
    }

    public double label(int slot) {
        return labels[rowOfSlot[slot]];
    }

    /** The end of the run of equal labels that begins at a slot, no further than to. */
    public int endOfTies(int slot, int to) {
        double label = label(slot);
        int end = slot + 1;
        while (end < to && label(end) == label) {
            end++;
        }
        return end;
    }

    /** The slot of each row. */
    int[] slotOfRow() {
        int[] slotOfRow = new int[rowOfSlot.length];
        for (int slot = 0; slot < slotOfRow.length; slot++) {
            slotOfRow[rowOfSlot[slot]] = slot;
        }
        return slotOfRow;
    }
}
