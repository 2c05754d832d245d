package podium.scoring.metric.kernel;

import org.jspecify.annotations.Nullable;
import podium.scoring.metric.Kernel;
import podium.scoring.metric.Truth;

/** Means over rows of which those with truth 0 may be refused or left out. */
public final class ZeroTargets {
    private ZeroTargets() {}

    /**
     * The kernel.
     *
     * @param terms the rows' terms, 0 for those left out
     * @param refuses a truth of 0 is a contest error
     * @param skips rows with truth 0 do not count
     */
    public static Kernel kernel(Truth truth, SumKernel.PairTerms terms, boolean refuses, boolean skips) {
        double[] y = Kinds.numbers(truth.labels());
        BlockSums counted = new BlockSums(truth.cells().parts(), 1);
        @Nullable String[] flaws = new @Nullable String[truth.cells().parts()];
        for (int row = 0; row < y.length; row++) {
            if (y[row] != 0 || !skips) {
                counted.add(truth.cells().of(row), 0, 1);
            }
            if (y[row] == 0 && refuses) {
                flaws[truth.cells().partOf(row)] = "a truth of 0 has no percentage";
            }
        }
        for (int part = 0; part < flaws.length; part++) {
            if (flaws[part] == null && counted.of(part, Evaluations.NONE, 0) == 0) {
                flaws[part] = "all rows have truth 0";
            }
        }
        SumKernel.Finish mean = (sum, part, without, _) -> sum / counted.of(part, without, 0);
        return new SumKernel(truth.cells(), 1, SumKernel.pairs(truth, terms), mean, flaws);
    }
}
