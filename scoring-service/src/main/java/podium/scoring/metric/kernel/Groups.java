package podium.scoring.metric.kernel;

import java.util.Arrays;
import podium.scoring.metric.Cells;
import podium.scoring.metric.Truth;

/**
 * The rows of a truth by group. Groups are in the order of their first rows, and so are the rows of a group. Rows of one
 * group in several parts are several groups; a group belongs to the block of its first row. Held: 4 bytes a row, and 5 a
 * group.
 *
 * @param cells the cell of each group
 * @param starts where the rows of each group start; one more than there are groups
 * @param rows the rows, group by group
 */
@SuppressWarnings("ArrayRecordComponent") // read in hot loops
public record Groups(Cells cells, int[] starts, int[] rows) {

    /**
     * The groups of a truth.
     *
     * @throws IllegalArgumentException its rows have no groups
     */
    public static Groups of(Truth truth) {
        int[] names = truth.groups();
        if (names == null) {
            throw new IllegalArgumentException("The metric needs groups of rows");
        }
        Cells cells = truth.cells();
        int[] distinct = Arrays.stream(names).distinct().sorted().toArray();
        int[] numberOfName = new int[Math.multiplyExact(distinct.length, cells.parts())];
        Arrays.fill(numberOfName, -1);
        int[] numberOfRow = new int[names.length];
        byte[] ofGroup = new byte[names.length];
        int count = 0;
        for (int row = 0; row < names.length; row++) {
            int name = cells.partOf(row) * distinct.length + Arrays.binarySearch(distinct, names[row]);
            if (numberOfName[name] < 0) {
                ofGroup[count] = cells.ofRow()[row];
                numberOfName[name] = count++;
            }
            numberOfRow[row] = numberOfName[name];
        }
        int[] starts = new int[count + 1];
        for (int number : numberOfRow) {
            starts[number + 1]++;
        }
        for (int group = 0; group < count; group++) {
            starts[group + 1] += starts[group];
        }
        int[] next = starts.clone();
        int[] rows = new int[names.length];
        for (int row = 0; row < rows.length; row++) {
            rows[next[numberOfRow[row]]++] = row;
        }
        return new Groups(new Cells(Arrays.copyOf(ofGroup, count), cells.parts()), starts, rows);
    }

    public int count() {
        return starts.length - 1;
    }

    /** The rows of the largest group. */
    public int largest() {
        int largest = 0;
        for (int group = 0; group < count(); group++) {
            largest = Math.max(largest, starts[group + 1] - starts[group]);
        }
        return largest;
    }
}
