package podium.scoring.metric;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import podium.scoring.metric.kernel.BlockSums;
import podium.scoring.metric.kernel.Evaluations;
import podium.scoring.metric.kernel.Kinds;
import podium.scoring.metric.kernel.SumKernel;

/**
 * Coefficient of determination: {@code 1 - sum (p - y)^2 / sum (y - mean y)^2} ({@code sklearn.metrics.r2_score}, several
 * targets averaged uniformly).
 */
public record R2() implements Metric {
    @Override
    public String name() {
        return "r2";
    }

    @Override
    public String definition() {
        return "Coefficient of determination: 1 - (sum of (prediction - truth)^2) / (sum of (truth - mean truth)^2).";
    }

    @Override
    public String edgeCases() {
        return "A constant truth is a contest error. The mean is that of the part's own rows. Several targets: the mean over"
                + " the targets.";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.NUMBER, TaskKind.TARGETS);
    }

    @Override
    public Kernel kernel(Truth truth) {
        Spread spread = new Spread(truth);
        SumKernel.Finish finish = (sum, part, without, column) -> 1 - sum / spread.squares(part, without, column);
        return new SumKernel(
                truth.cells(),
                Kinds.columns(truth.labels()),
                SumKernel.pairs(truth, Mse::squares),
                finish,
                spread.flaws());
    }

    /** How far the truth is from its mean, on a part as a whole and without each block. */
    private static final class Spread {
        private final Cells cells;
        private final int columns;
        private final BlockSums rows;
        private final BlockSums deviations;
        private final BlockSums squares;
        private final double[] least;
        private final double[] most;

        Spread(Truth truth) {
            this.cells = truth.cells();
            this.columns = Kinds.columns(truth.labels());
            double[] y = Kinds.columns(truth.labels(), columns);
            this.rows = new BlockSums(cells.parts(), columns);
            this.deviations = new BlockSums(cells.parts(), columns);
            this.squares = new BlockSums(cells.parts(), columns);
            this.least = filled(Double.POSITIVE_INFINITY);
            this.most = filled(Double.NEGATIVE_INFINITY);
            BlockSums sums = new BlockSums(cells.parts(), columns);
            for (int i = 0; i < y.length; i++) {
                int cell = cells.of(i / columns);
                int column = i % columns;
                rows.add(cell, column, 1);
                sums.add(cell, column, y[i]);
                int at = cell * columns + column;
                least[at] = Math.min(least[at], y[i]);
                most[at] = Math.max(most[at], y[i]);
            }
            // Squares of what is left of a mean near the right one, not of the values: these could cancel out.
            for (int i = 0; i < y.length; i++) {
                int cell = cells.of(i / columns);
                int column = i % columns;
                int part = cell / Cells.BLOCKS;
                double mean = sums.of(part, Evaluations.NONE, column) / rows.of(part, Evaluations.NONE, column);
                double deviation = y[i] - mean;
                deviations.add(cell, column, deviation);
                squares.add(cell, column, deviation * deviation);
            }
        }

        private double[] filled(double value) {
            double[] values = new double[cells.count() * columns];
            Arrays.fill(values, value);
            return values;
        }

        /** The sum of the squared deviations from the mean of these rows, NaN if they are all equal. */
        double squares(int part, int without, int column) {
            if (isConstant(part, without, column)) {
                return Double.NaN;
            }
            double deviation = deviations.of(part, without, column);
            return squares.of(part, without, column) - deviation * deviation / rows.of(part, without, column);
        }

        private boolean isConstant(int part, int without, int column) {
            double smallest = Double.POSITIVE_INFINITY;
            double largest = Double.NEGATIVE_INFINITY;
            for (int block = 0; block < Cells.BLOCKS; block++) {
                if (block != without) {
                    int at = (part * Cells.BLOCKS + block) * columns + column;
                    smallest = Math.min(smallest, least[at]);
                    largest = Math.max(largest, most[at]);
                }
            }
            return smallest >= largest;
        }

        @Nullable
        String[] flaws() {
            @Nullable String[] flaws = new @Nullable String[cells.parts()];
            for (int part = 0; part < flaws.length; part++) {
                for (int column = 0; column < columns; column++) {
                    if (isConstant(part, Evaluations.NONE, column)) {
                        flaws[part] = "all rows have the same truth, so there is nothing to explain";
                    }
                }
            }
            return flaws;
        }
    }
}
