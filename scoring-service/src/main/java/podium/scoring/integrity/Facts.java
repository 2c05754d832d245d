package podium.scoring.integrity;

import org.jspecify.annotations.Nullable;
import podium.scoring.fingerprint.Block;
import podium.scoring.fingerprint.FullComparison;
import podium.scoring.fingerprint.ResidualCorrelation;

/**
 * The figures of a flag, of the files that it was last raised for. All are exact but the residual's.
 *
 * @param rows how many rows the files have
 * @param changedRows in how many rows the two files differ
 * @param cells how many predictions the two files have
 * @param equalCells how many of these are equal
 * @param informativeCells how many of the cells are different, or equal and neither right nor what the file says mostly
 * @param informativeEqualCells how many of these are equal
 * @param correlation of the predictions of the two files as they are
 * @param residual the correlation beyond the consensus of the other teams
 * @param block the rows outside of which the file is constant
 * @param outOfRange how many predictions of the team's files were out of range
 */
public record Facts(
        @Nullable Integer rows,
        @Nullable Integer changedRows,
        @Nullable Integer cells,
        @Nullable Integer equalCells,
        @Nullable Integer informativeCells,
        @Nullable Integer informativeEqualCells,
        @Nullable Double correlation,
        @Nullable Residual residual,
        @Nullable Span block,
        @Nullable Long outOfRange) {

    static Facts identical(int rows) {
        return new Facts(rows, 0, null, null, null, null, null, null, null, null);
    }

    static Facts pair(FullComparison exact, @Nullable Residual residual) {
        return new Facts(
                exact.rows(),
                exact.changedRows(),
                exact.agreement().cells(),
                exact.agreement().equal(),
                exact.agreement().informative(),
                exact.agreement().informativeEqual(),
                exact.correlation(),
                residual,
                null,
                null);
    }

    static Facts block(int rows, Block block) {
        return new Facts(
                rows,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Span(block.rows(), block.first(), block.last()),
                null);
    }

    static Facts outOfRange(long predictions) {
        return new Facts(null, null, null, null, null, null, null, null, null, predictions);
    }

    /**
     * A correlation that is estimated from the sampled cells.
     *
     * @param correlation the estimate
     * @param atLeast the lower end of its 99 % interval
     * @param atMost the upper end
     * @param cells how many cells it was computed from
     * @param teams how many other teams made the consensus
     */
    public record Residual(double correlation, double atLeast, double atMost, int cells, int teams) {
        private static final double ERRORS_OF_99_PERCENT = 2.576;

        static Residual of(ResidualCorrelation residual) {
            return new Residual(
                    residual.value(),
                    residual.atLeast(ERRORS_OF_99_PERCENT),
                    residual.atMost(ERRORS_OF_99_PERCENT),
                    residual.cells(),
                    residual.teams());
        }
    }

    /**
     * A block of rows.
     *
     * @param rows how many rows are not the constant
     * @param first the first of them, in the order of the sample submission, from 0
     * @param last the last of them
     */
    public record Span(int rows, int first, int last) {}
}
