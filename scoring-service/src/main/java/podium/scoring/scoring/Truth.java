package podium.scoring.scoring;

import java.util.List;
import podium.scoring.holdout.Labels;
import podium.scoring.holdout.Solution;
import podium.scoring.metric.Values;
import podium.scoring.prediction.LabelIndex;

/**
 * A solution as metrics and the reader want it. Made once a solution; holds no reference to it.
 *
 * @param values the labels of all rows
 * @param publicRows the rows that feed the live board, ascending
 * @param privateRows the rows that decide, ascending
 * @param names the names among the labels, empty if labels are numbers
 */
@SuppressWarnings("ArrayRecordComponent") // read in hot loops
record Truth(Values values, int[] publicRows, int[] privateRows, LabelIndex names) {

    static Truth of(Solution solution) {
        int[] publicRows = new int[solution.publicCount()];
        int[] privateRows = new int[solution.rows() - publicRows.length];
        int nextPublic = 0;
        int nextPrivate = 0;
        for (int row = 0; row < solution.rows(); row++) {
            if (solution.isPublic(row)) {
                publicRows[nextPublic++] = row;
            } else {
                privateRows[nextPrivate++] = row;
            }
        }
        return switch (solution.labels()) {
            case Labels.Numbers numbers ->
                new Truth(new Values.Numbers(numbers.values()), publicRows, privateRows, new LabelIndex(List.of()));
            case Labels.Categories categories ->
                new Truth(
                        new Values.Codes(categories.codes()),
                        publicRows,
                        privateRows,
                        new LabelIndex(categories.names()));
        };
    }
}
