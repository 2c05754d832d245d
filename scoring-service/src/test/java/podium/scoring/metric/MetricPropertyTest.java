package podium.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static podium.scoring.metric.MetricReferenceTest.numbers;
import static podium.scoring.metric.MetricReferenceTest.score;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for all predictions. Cases are drawn from a seed, so that a case that fails is a number to write down. */
class MetricPropertyTest {

    @Property
    void evaluatingRowByRowInAnotherOrderOfTheTableChangesNoSortedOrCountedScore(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 200) int n) {
        Case original = Case.of(seed, n);
        Case shuffled = original.shuffled(seed + 1);

        assertThat(score(new RocAuc(), shuffled.truth(), shuffled.predictions()))
                .isEqualTo(score(new RocAuc(), original.truth(), original.predictions()));
        assertThat(score(new Accuracy(), shuffled.truth(), shuffled.predictions()))
                .isEqualTo(score(new Accuracy(), original.truth(), original.predictions()));
    }

    @Property
    void summedScoresDependOnTheOrderByRoundingOnly(@ForAll long seed, @ForAll @IntRange(min = 2, max = 200) int n) {
        Case original = Case.of(seed, n);
        Case shuffled = original.shuffled(seed + 1);

        for (Metric metric : new Metric[] {new Rmse(), new Mae(), new LogLoss()}) {
            assertThat(score(metric, shuffled.truth(), shuffled.predictions()))
                    .isCloseTo(score(metric, original.truth(), original.predictions()), within(1e-12));
        }
    }

    @Property
    void scoresKeepTheirBounds(@ForAll long seed, @ForAll @IntRange(min = 2, max = 200) int n) {
        Case any = Case.of(seed, n);

        assertThat(any.score(new RocAuc())).isBetween(0.0, 1.0);
        assertThat(any.score(new Accuracy())).isBetween(0.0, 1.0);
        assertThat(any.score(new LogLoss())).isBetween(0.0, 34.6);
        assertThat(any.score(new Rmse())).isBetween(0.0, 1.0);
        assertThat(any.score(new Mae())).isBetween(0.0, any.score(new Rmse()) + 1e-12);
    }

    @Property
    void theSameTwiceIsTheSameToTheBit(@ForAll long seed, @ForAll @IntRange(min = 2, max = 500) int n) {
        for (Metric metric : Metrics.all()) {
            long once = Double.doubleToRawLongBits(Case.of(seed, n).score(metric));
            long again = Double.doubleToRawLongBits(Case.of(seed, n).score(metric));

            assertThat(again).isEqualTo(once);
        }
    }

    @Property
    void rocAucOfOppositePredictionsIsTheComplement(@ForAll long seed, @ForAll @IntRange(min = 2, max = 200) int n) {
        Case any = Case.of(seed, n);
        double[] opposite =
                Arrays.stream(any.predictions().values()).map(p -> -p).toArray();

        assertThat(score(new RocAuc(), any.truth(), numbers(opposite)))
                .isCloseTo(1 - any.score(new RocAuc()), within(1e-15));
    }

    @Property
    void rocAucSeesTheOrderOfPredictionsOnly(@ForAll long seed, @ForAll @IntRange(min = 2, max = 200) int n) {
        Case any = Case.of(seed, n);
        double[] stretched =
                Arrays.stream(any.predictions().values()).map(p -> 8 * p - 3).toArray();

        assertThat(score(new RocAuc(), any.truth(), numbers(stretched))).isEqualTo(any.score(new RocAuc()));
    }

    @Property
    void rocAucIsTheShareOfRightPairs(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int n) {
        Case any = Case.of(seed, n);
        double[] y = any.truth().values();
        double[] p = any.predictions().values();
        long halves = 0;
        long pairs = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (y[i] == 1 && y[j] == 0) {
                    pairs++;
                    halves += p[i] > p[j] ? 2 : p[i] == p[j] ? 1 : 0;
                }
            }
        }

        assertThat(any.score(new RocAuc())).isEqualTo(halves / (2.0 * pairs));
    }

    @Property
    void squaredErrorsOfDisjointPartsAddUp(@ForAll long seed, @ForAll @IntRange(min = 4, max = 200) int n) {
        Case any = Case.of(seed, n);
        int[] some = IntStream.range(0, n).filter(row -> row % 3 == 0).toArray();
        int[] others = IntStream.range(0, n).filter(row -> row % 3 != 0).toArray();

        double sum = squares(any, some) + squares(any, others);

        double whole = any.score(new Rmse());
        assertThat(sum / n).isCloseTo(whole * whole, within(1e-12));
    }

    private static double squares(Case any, int[] rows) {
        Evaluation evaluation = new Rmse().evaluate(any.truth(), any.predictions(), rows);
        double value = ((Evaluation.Score) evaluation).value();
        return value * value * rows.length;
    }

    /** A binary task with both labels and predictions in [0, 1], many of them tied. */
    private record Case(Values.Numbers truth, Values.Numbers predictions) {

        static Case of(long seed, int n) {
            Random random = new Random(seed);
            double[] y = new double[n];
            double[] p = new double[n];
            for (int row = 0; row < n; row++) {
                y[row] = random.nextInt(2);
                p[row] = random.nextBoolean() ? random.nextDouble() : random.nextInt(5) / 4.0;
            }
            y[0] = 0;
            y[1] = 1;
            return new Case(numbers(y), numbers(p));
        }

        Case shuffled(long seed) {
            Random random = new Random(seed);
            double[] y = truth.values().clone();
            double[] p = predictions.values().clone();
            for (int i = y.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                swap(y, i, j);
                swap(p, i, j);
            }
            return new Case(numbers(y), numbers(p));
        }

        double score(Metric metric) {
            // Names are checked by themselves; here the binary form.
            return MetricReferenceTest.score(metric, truth, predictions);
        }

        private static void swap(double[] values, int i, int j) {
            double held = values[i];
            values[i] = values[j];
            values[j] = held;
        }
    }
}
