package podium.scoring.metric.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import podium.scoring.metric.Cells;
import podium.scoring.metric.Evaluation;
import podium.scoring.metric.Kernel;
import podium.scoring.metric.Truth;
import podium.scoring.metric.Values;

/**
 * The kernel of metrics that are a function of sums over the rows: one pass over the predictions.
 *
 * <p>A metric writes its terms for some thousand rows at a time, by a loop of its own that is compiled for it alone; adding
 * them up is shared by all. One call for each row instead would cost more than all the arithmetic.
 */
public final class SumKernel implements Kernel {
    private static final int CHUNK = 1024;

    private final Cells cells;
    private final int rows;
    private final int[] sizes;
    private final int columns;
    private final Function<Values, Terms> terms;
    private final Finish finish;
    private final @Nullable String[] flaws;

    /** The terms of predictions. */
    public interface Terms {
        /** Writes the terms at these places, each a row times columns plus a column, to the start of an array. */
        void write(int from, int to, double[] out);
    }

    /** The terms of numbers whose truth is numbers. */
    public interface PairTerms {
        /** Writes the terms of the pairs at these places to the start of an array. */
        void write(double[] y, double[] p, int from, int to, double[] out);
    }

    /** From a sum to a value. */
    public interface Finish {
        /** The value of a column on a part without a block, or as a whole; not finite where it has none. */
        double value(double sum, int part, int without, int column);
    }

    /**
     * @param cells the cells of the rows
     * @param columns how many terms a row has; the score is the mean over the columns' values
     * @param terms binds predictions, and refuses those of another form
     * @param finish from a column's sum to its value
     * @param flaws why a part has no score, for each part, null if it has
     */
    public SumKernel(Cells cells, int columns, Function<Values, Terms> terms, Finish finish, @Nullable String[] flaws) {
        this(cells, cells.rows(), columns, terms, finish, flaws);
    }

    private SumKernel(
            Cells cells,
            int rows,
            int columns,
            Function<Values, Terms> terms,
            Finish finish,
            @Nullable String[] flaws) {
        this.cells = cells;
        this.rows = rows;
        this.sizes = cells.sizes();
        this.columns = columns;
        this.terms = terms;
        this.finish = finish;
        this.flaws = flaws;
    }

    /** A mean over the rows of one term each, and a function of it. */
    public static SumKernel mean(Truth truth, Function<Values, Terms> terms, DoubleUnaryOperator ofMean) {
        return new SumKernel(truth.cells(), 1, terms, mean(truth.cells(), ofMean), none(truth.cells()));
    }

    /** A mean over groups of one term each, of predictions for so many rows. */
    public static SumKernel meanOfGroups(Groups groups, int rows, Function<Values, Terms> terms) {
        Finish mean = mean(groups.cells(), DoubleUnaryOperator.identity());
        return new SumKernel(groups.cells(), rows, 1, terms, mean, none(groups.cells()));
    }

    /** A mean over pairs of numbers, and a function of it; several targets are scored each by itself and averaged. */
    public static SumKernel meanOfPairs(Truth truth, PairTerms terms, DoubleUnaryOperator ofMean) {
        int columns = Kinds.columns(truth.labels());
        return new SumKernel(
                truth.cells(), columns, pairs(truth, terms), mean(truth.cells(), ofMean), none(truth.cells()));
    }

    /** Binds predictions to terms of pairs. */
    public static Function<Values, Terms> pairs(Truth truth, PairTerms terms) {
        int columns = Kinds.columns(truth.labels());
        double[] y = Kinds.columns(truth.labels(), columns);
        return predictions -> {
            double[] p = Kinds.columns(predictions, columns);
            return (from, to, out) -> terms.write(y, p, from, to, out);
        };
    }

    /** The same, with reasons why parts have no score. */
    public SumKernel withFlaws(@Nullable String[] reasons) {
        return new SumKernel(cells, rows, columns, terms, finish, reasons);
    }

    private static Finish mean(Cells cells, DoubleUnaryOperator ofMean) {
        BlockSums counts = new BlockSums(cells.parts(), 1);
        for (byte cell : cells.ofRow()) {
            counts.add(cell & 0xFF, 0, 1);
        }
        return (sum, part, without, _) -> ofMean.applyAsDouble(sum / counts.of(part, without, 0));
    }

    private static @Nullable String[] none(Cells cells) {
        return new @Nullable String[cells.parts()];
    }

    @Override
    public List<Evaluation> evaluate(Values predictions) {
        Terms bound = terms.apply(predictions);
        Kinds.sameRows(rows, predictions);
        BlockSums sums = new BlockSums(cells.parts(), columns);
        double[] chunk = new double[CHUNK];
        int places = Math.multiplyExact(cells.rows(), columns);
        for (int from = 0; from < places; from += CHUNK) {
            int to = Math.min(places, from + CHUNK);
            bound.write(from, to, chunk);
            sums.add(cells.ofRow(), from, chunk, to - from);
        }
        List<Evaluation> evaluations = new ArrayList<>(cells.parts());
        for (int part = 0; part < cells.parts(); part++) {
            int of = part;
            evaluations.add(Evaluations.of(part, sizes, flaws[part], without -> value(sums, of, without)));
        }
        return evaluations;
    }

    private double value(BlockSums sums, int part, int without) {
        double total = 0;
        for (int column = 0; column < columns; column++) {
            total += finish.value(sums.of(part, without, column), part, without, column);
        }
        return total / columns;
    }
}
