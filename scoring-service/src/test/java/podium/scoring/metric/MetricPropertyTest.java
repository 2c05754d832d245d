package podium.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

/** What holds for all metrics and all predictions. Cases are drawn from a seed, so that one that fails can be written down. */
class MetricPropertyTest {
    private static final double ROUNDING = 1e-9;

    @Property(tries = 2000)
    void everyValueWithoutABlockIsTheValueOnTheRowsThatAreLeft(
            @ForAll("cases") RandomCase one,
            @ForAll @IntRange(max = 1) int part,
            @ForAll @IntRange(max = 3) int block) {
        Evaluation whole = one.evaluate().get(part);
        int[] left = one.rows(cell -> cell / Cells.BLOCKS == part && cell % Cells.BLOCKS != block);

        Evaluation direct = one.of(left).evaluate().get(part);

        if (whole instanceof Evaluation.Score score) {
            double without = score.withoutBlock()[block];
            switch (direct) {
                case Evaluation.Score onLeft ->
                    assertThat(without).as(one.toString()).isCloseTo(onLeft.value(), near(onLeft));
                case Evaluation.Undefined _ ->
                    assertThat(without).as(one.toString()).isNaN();
            }
        } else {
            // What has no score as a whole, because its truth is all the same, has none on fewer rows.
            assertThat(direct).as(one.toString()).isInstanceOf(Evaluation.Undefined.class);
        }
    }

    @Property(tries = 500)
    void anEmptyBlockChangesNothing(@ForAll("cases") RandomCase one) {
        for (Evaluation evaluation : one.evaluate()) {
            if (evaluation instanceof Evaluation.Score score) {
                assertThat(score.withoutBlock()[63]).isEqualTo(score.value());
            }
        }
    }

    @Property(tries = 500)
    void theOrderOfTheRowsChangesNoMoreThanTheRounding(@ForAll("cases") RandomCase one, @ForAll long seed) {
        int[] shuffled = IntStream.range(0, one.size()).toArray();
        shuffle(shuffled, new Random(seed));

        List<Evaluation> original = one.evaluate();
        List<Evaluation> other = one.of(shuffled).evaluate();

        for (int part = 0; part < 2; part++) {
            if (original.get(part) instanceof Evaluation.Score before) {
                Evaluation.Score after = (Evaluation.Score) other.get(part);
                assertThat(after.value()).as(one.toString()).isCloseTo(before.value(), near(before));
                assertThat(after.withoutBlock())
                        .as(one.toString())
                        .containsExactly(before.withoutBlock(), near(before));
            } else {
                assertThat(other.get(part)).isEqualTo(original.get(part));
            }
        }
    }

    @Property(tries = 300)
    void countedScoresDependOnNoOrderAtAll(@ForAll("counted") RandomCase one, @ForAll long seed) {
        int[] shuffled = IntStream.range(0, one.size()).toArray();
        shuffle(shuffled, new Random(seed));

        assertThat(one.of(shuffled).evaluate()).as(one.toString()).isEqualTo(one.evaluate());
    }

    @Property(tries = 500)
    void theSameTwiceIsTheSameToTheBit(@ForAll("cases") RandomCase one) {
        assertThat(one.evaluate()).isEqualTo(one.evaluate());
    }

    @Property(tries = 200)
    void threadsShareAKernel(@ForAll("cases") RandomCase one) {
        Kernel kernel = one.metric().kernel(one.truth());

        List<List<Evaluation>> atOnce = IntStream.range(0, 6)
                .parallel()
                .mapToObj(_ -> kernel.evaluate(Scene.copy(one.predictions())))
                .toList();

        assertThat(atOnce).as(one.toString()).containsOnly(one.evaluate());
    }

    @Property(tries = 500)
    void onePartDoesNotSeeTheOther(@ForAll("cases") RandomCase one) {
        int[] ofPublic = one.rows(cell -> cell < Cells.BLOCKS);

        assertThat(one.of(ofPublic).evaluate().getFirst())
                .as(one.toString())
                .isEqualTo(one.evaluate().getFirst());
    }

    @Property(tries = 500)
    void scoresKeepTheirBounds(@ForAll("cases") RandomCase one) {
        for (Evaluation evaluation : one.evaluate()) {
            if (evaluation instanceof Evaluation.Score score) {
                double[] bounds = bounds(one.metric());
                assertThat(score.value()).as(one.toString()).isBetween(bounds[0], bounds[1]);
            }
        }
    }

    private static Offset<Double> near(Evaluation.Score score) {
        return within(ROUNDING * Math.max(1, Math.abs(score.value())));
    }

    private static double[] bounds(Metric metric) {
        return switch (metric) {
            case Mse _, Rmse _, Mae _, Bias _, Rmsle _, Mape _, Pinball _, MedianAbsoluteError _ ->
                new double[] {0, Double.MAX_VALUE};
            case R2 _ -> new double[] {-Double.MAX_VALUE, 1};
            case LogLoss _ -> new double[] {0, 34.6};
            case Smape _ -> new double[] {0, 2};
            case MatthewsCorrelation _, CohenKappa _, QuadraticKappa _, Gini _, Spearman _, KendallTau _ ->
                new double[] {-1 - 1e-12, 1 + 1e-12};
            default -> new double[] {0, 1 + 1e-12};
        };
    }

    @Property
    void perfectPredictionsAreTheBestThereAre(@ForAll("pairs") RandomCase one) {
        Truth truth = one.truth();
        for (Evaluation evaluation : one.metric().kernel(truth).evaluate(Scene.copy(truth.labels()))) {
            if (evaluation instanceof Evaluation.Score score) {
                double best = one.metric().direction() == Direction.MAXIMIZE ? 1 : 0;
                assertThat(score.value()).as(one.toString()).isCloseTo(best, within(1e-9));
            }
        }
    }

    @Property
    void ordersAreSymmetric(@ForAll long seed, @ForAll @IntRange(min = 2, max = 80) int rows) {
        Random random = new Random(seed);
        double[] a = random.ints(rows, 0, 9).asDoubleStream().toArray();
        double[] b = random.doubles(rows).toArray();
        for (Metric metric : List.of(new Spearman(), new KendallTau(), new Mae(), new Rmse(), new Bias())) {
            Evaluation one = Scene.evaluate(metric, Scene.truth(Scene.numbers(a)), Scene.numbers(b));
            Evaluation other = Scene.evaluate(metric, Scene.truth(Scene.numbers(b)), Scene.numbers(a));
            if (one instanceof Evaluation.Score score) {
                assertThat(((Evaluation.Score) other).value()).isCloseTo(score.value(), within(1e-12));
            }
        }
    }

    @Property
    void oppositePredictionsAreTheOtherWayRound(@ForAll("orders") RandomCase one) {
        List<Evaluation> original = one.evaluate();
        List<Evaluation> opposite = one.withPredictions(
                        Arrays.stream(one.numbers()).map(p -> -p).toArray())
                .evaluate();
        for (int part = 0; part < 2; part++) {
            if (original.get(part) instanceof Evaluation.Score before) {
                double expected = one.metric() instanceof RocAuc ? 1 - before.value() : -before.value();
                assertThat(((Evaluation.Score) opposite.get(part)).value())
                        .as(one.toString())
                        .isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Property
    void onlyTheOrderOfPredictionsCounts(@ForAll("orders") RandomCase one) {
        // exact in doubles: predictions are multiples of 2^-20
        double[] stretched = Arrays.stream(one.numbers()).map(p -> 8 * p - 3).toArray();

        assertThat(one.withPredictions(stretched).evaluate()).as(one.toString()).isEqualTo(one.evaluate());
    }

    @Provide
    Arbitrary<RandomCase> cases() {
        return RandomCase.ofAny(Metrics.all());
    }

    @Provide
    Arbitrary<RandomCase> counted() {
        return RandomCase.ofAny(List.of(
                new Accuracy(),
                new BalancedAccuracy(),
                new F1(F1.Averaging.MACRO, 1),
                new MatthewsCorrelation(),
                new CohenKappa(),
                new QuadraticKappa(),
                new Hamming(),
                new RocAuc(),
                new KolmogorovSmirnov(),
                new AveragePrecision(),
                new KendallTau(),
                new MedianAbsoluteError()));
    }

    @Provide
    Arbitrary<RandomCase> orders() {
        return RandomCase.ofAny(List.of(new RocAuc(), new Gini(), new Spearman(), new KendallTau()));
    }

    @Provide
    Arbitrary<RandomCase> pairs() {
        return RandomCase.ofAny(List.of(
                new Mse(),
                new Rmse(),
                new Mae(),
                new Bias(),
                new R2(),
                new Rmsle(),
                new Smape(Smape.Zeros.COUNT),
                new Pinball(0.2),
                new MedianAbsoluteError(),
                new Accuracy(),
                new BalancedAccuracy(),
                new CohenKappa(),
                new QuadraticKappa(),
                new Hamming(),
                new Spearman(),
                new KendallTau(),
                new Gini(),
                new RocAuc(),
                new KolmogorovSmirnov(),
                new AveragePrecision()));
    }

    static void shuffle(int[] values, Random random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = values[i];
            values[i] = values[j];
            values[j] = held;
        }
    }
}
