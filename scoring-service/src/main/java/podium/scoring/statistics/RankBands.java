package podium.scoring.statistics;

import java.util.List;

/** Divides a ranking into bands of statistical ties. */
public final class RankBands {
    private RankBands() {}

    /**
     * The band of each row. A band is headed by its best row, and goes on for as long as the rows tie with that; the first
     * that does not heads the next band. Rows of one band need not all tie with each other, but nobody in it is told to be
     * worse than its head.
     *
     * @param ranked the rows, best first
     * @return numbers of bands, from 1, one for each row, ascending
     */
    public static int[] of(List<BlockScore> ranked) {
        int[] bands = new int[ranked.size()];
        int head = 0;
        int band = 1;
        for (int row = 0; row < bands.length; row++) {
            if (!Comparison.of(ranked.get(head), ranked.get(row)).isTie()) {
                head = row;
                band++;
            }
            bands[row] = band;
        }
        return bands;
    }
}
