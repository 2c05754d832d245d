package podium.scoring.metric.kernel;

import podium.scoring.metric.Cells;

/**
 * Sums of terms, kept for each part as a whole and for each of its blocks. The sum of a part is accumulated in the order in
 * which its terms come, so it does not depend on the blocks.
 */
public final class BlockSums {
    private static final int SHIFT = Integer.numberOfTrailingZeros(Cells.BLOCKS);

    private final int columns;
    private final double[] ofParts;
    private final double[] ofCells;

    public BlockSums(int parts, int columns) {
        this.columns = columns;
        this.ofParts = new double[parts * columns];
        this.ofCells = new double[parts * Cells.BLOCKS * columns];
    }

    /** Adds one term. */
    public void add(int cell, int column, double term) {
        ofParts[(cell >>> SHIFT) * columns + column] += term;
        ofCells[cell * columns + column] += term;
    }

    /**
     * Adds terms that follow each other row by row, column by column.
     *
     * @param from the place of the first term: row times columns plus column
     */
    public void add(byte[] cells, int from, double[] terms, int count) {
        if (columns == 1 && ofParts.length == 2) {
            addToTwoParts(cells, from, terms, count);
            return;
        }
        int row = from / columns;
        int column = from % columns;
        for (int i = 0; i < count; i++) {
            add(cells[row] & 0xFF, column, terms[i]);
            if (++column == columns) {
                column = 0;
                row++;
            }
        }
    }

    /**
     * The same for the common case. Both parts' sums stay in registers, and a mask decides in place of a branch, which could
     * not be predicted, whose sum a term belongs to: adding 0.0 to the other changes nothing. Three times as fast as above.
     */
    private void addToTwoParts(byte[] cells, int from, double[] terms, int count) {
        double first = ofParts[0];
        double second = ofParts[1];
        double[] sums = ofCells;
        for (int i = 0; i < count; i++) {
            int cell = cells[from + i] & 0xFF;
            double term = terms[i];
            long bits = Double.doubleToRawLongBits(term);
            long inSecond = -(long) (cell >>> SHIFT);
            first += Double.longBitsToDouble(bits & ~inSecond);
            second += Double.longBitsToDouble(bits & inSecond);
            sums[cell] += term;
        }
        ofParts[0] = first;
        ofParts[1] = second;
    }

    /**
     * The sum over a part without one of its blocks, or as a whole with {@link Evaluations#NONE}. Without a block it is
     * added up from the others and not subtracted, so that a block of large terms leaves no trace.
     */
    public double of(int part, int without, int column) {
        if (without == Evaluations.NONE) {
            return ofParts[part * columns + column];
        }
        double sum = 0;
        for (int block = 0; block < Cells.BLOCKS; block++) {
            if (block != without) {
                sum += ofCells[(part * Cells.BLOCKS + block) * columns + column];
            }
        }
        return sum;
    }
}
