package podium.scoring.metric.order;

/**
 * Brings values into ascending order without an index beside them: rows are shared out to segments once for all, the values
 * of a row's column are moved to their segments and sorted there, all in place, and a {@link Merge} of neighbouring segments
 * gives the values in order, each with its segment. That is enough for whoever counts by segment and not by row.
 *
 * <p>Held: 2 bytes a row, shared. While arranging: the scratch of {@link RadixSort}, at most 8 MB.
 */
public final class SegmentedOrder {
    private final char[] segmentOfRow;
    private final int[] starts;

    /**
     * @param segmentOfRow the segment of each row
     * @param segments how many segments there are
     */
    public SegmentedOrder(char[] segmentOfRow, int segments) {
        this.segmentOfRow = segmentOfRow.clone();
        this.starts = new int[segments + 1];
        for (char segment : segmentOfRow) {
            starts[segment + 1]++;
        }
        for (int segment = 0; segment < segments; segment++) {
            starts[segment + 1] += starts[segment];
        }
    }

    /** How many rows a segment has. */
    public int size(int segment) {
        return starts[segment + 1] - starts[segment];
    }

    /** Moves the values of all rows, none of them NaN, to their segments and sorts them there; -0.0 becomes 0.0. */
    public void arrange(double[] values) {
        share(values);
        int longest = 0;
        for (int segment = 0; segment + 1 < starts.length; segment++) {
            longest = Math.max(longest, size(segment));
        }
        RadixSort sort = new RadixSort(longest);
        for (int segment = 0; segment + 1 < starts.length; segment++) {
            sort.sort(values, starts[segment], starts[segment + 1]);
        }
    }

    /**
     * Every value goes to the next free place of its segment, and the one it displaces goes on. A place that is not yet
     * filled still has the value of the row of the same number, so rows need no marks.
     */
    private void share(double[] values) {
        int[] next = starts.clone();
        for (int segment = 0; segment + 1 < starts.length; segment++) {
            while (next[segment] < starts[segment + 1]) {
                int row = next[segment];
                double value = values[row];
                int segmentOfValue = segmentOfRow[row];
                while (segmentOfValue != segment) {
                    int place = next[segmentOfValue]++;
                    double displaced = values[place];
                    values[place] = value + 0.0;
                    value = displaced;
                    segmentOfValue = segmentOfRow[place];
                }
                values[next[segment]++] = value + 0.0;
            }
        }
    }

    /** The values of some neighbouring segments in ascending order; of equal values, those of earlier segments first. */
    public Merge merge(double[] arranged, int firstSegment, int count) {
        return new Merge(arranged, starts, firstSegment, count);
    }
}
