package podium.scoring.metric.kernel;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import podium.scoring.metric.Kernel;
import podium.scoring.metric.Truth;
import podium.scoring.metric.Values;

/** Counts labels that were predicted. Counts are whole numbers, exact in whatever order. */
public final class Labelling {
    /** Of two labels, a prediction above it says positive. */
    public static final double THRESHOLD = 0.5;

    private Labelling() {}

    /**
     * The share of labels that were predicted.
     *
     * @param right what a right label counts, 0 or 1; a wrong one counts what is left to 1
     */
    public static Kernel share(Truth truth, int right) {
        if (!(truth.labels() instanceof Values.Codes codes)) {
            return SumKernel.meanOfPairs(
                    truth, (y, p, from, to, out) -> sides(y, p, right, from, to, out), DoubleUnaryOperator.identity());
        }
        Function<Values, SumKernel.Terms> terms = predictions -> {
            int[] p = Kinds.codes(predictions);
            return (from, to, out) -> names(codes.values(), p, right, from, to, out);
        };
        return SumKernel.mean(truth, terms, DoubleUnaryOperator.identity());
    }

    private static void sides(double[] y, double[] p, int right, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i - from] = y[i] > THRESHOLD == p[i] > THRESHOLD ? right : 1 - right;
        }
    }

    private static void names(int[] y, int[] p, int right, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i - from] = y[i] == p[i] ? right : 1 - right;
        }
    }
}
