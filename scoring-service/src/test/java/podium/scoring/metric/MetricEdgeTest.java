package podium.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static podium.scoring.metric.Scene.cells;
import static podium.scoring.metric.Scene.codes;
import static podium.scoring.metric.Scene.evaluate;
import static podium.scoring.metric.Scene.flaw;
import static podium.scoring.metric.Scene.grouped;
import static podium.scoring.metric.Scene.lists;
import static podium.scoring.metric.Scene.metric;
import static podium.scoring.metric.Scene.numbers;
import static podium.scoring.metric.Scene.score;
import static podium.scoring.metric.Scene.table;
import static podium.scoring.metric.Scene.truth;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What metrics do where their formulas say nothing, and the examples in the documentation of scikit-learn. Expected values
 * are worked out by hand in the comments.
 */
class MetricEdgeTest {
    private static final Values.Numbers BINARY = numbers(0, 0, 1, 1);
    /** -ln(1e-15) */
    private static final double CERTAIN_MISTAKE = 34.538776394910684;

    @Test
    void errors() {
        // errors -0.5, 0.5, 0, 1: squares 1.5, absolute 2, sum 1, of 4; the two in the middle are 0.5 and 0.5
        Values y = numbers(3, -0.5, 2, 7);
        Values p = numbers(2.5, 0.0, 2, 8);

        assertThat(score(new Mse(), y, p)).isEqualTo(0.375);
        assertThat(score(new Rmse(), y, p)).isEqualTo(Math.sqrt(0.375));
        assertThat(score(new Mae(), y, p)).isEqualTo(0.5);
        assertThat(score(new Bias(), y, p)).isEqualTo(0.25);
        assertThat(score(new MedianAbsoluteError(), y, p)).isEqualTo(0.5);
    }

    @Test
    void perfectPredictionsHaveNoError() {
        Values y = numbers(3, -0.5, 4);
        for (Metric each :
                List.of(new Mse(), new Rmse(), new Mae(), new Bias(), new MedianAbsoluteError(), new Pinball(0.3))) {
            assertThat(score(each, y, y)).as(each.name()).isZero();
        }
    }

    @Test
    void biasHasNoSign() {
        assertThat(score(new Bias(), numbers(0, 0), numbers(-3, 1))).isEqualTo(1);
        assertThat(score(new Bias(), numbers(0, 0), numbers(3, -1))).isEqualTo(1);
    }

    @Test
    void pinballChargesEachSideItsShare() {
        // above by 1: 0.9; below by 1: 0.1
        assertThat(score(new Pinball(0.9), numbers(1), numbers(0))).isEqualTo(0.9);
        assertThat(score(new Pinball(0.9), numbers(0), numbers(1))).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void rmsleRefusesMinusOne() {
        assertThat(new Rmsle().domain().contains(-1)).isFalse();
        assertThat(new Rmsle().domain().contains(-0.999999)).isTrue();
        assertThat(flaw(new Rmsle(), truth(numbers(0, -1)), numbers(0, 0)))
                .isEqualTo("a truth of -1 or less has no logarithm");
        // ln(1 + e - 1) - ln 1 = 1
        assertThat(score(new Rmsle(), numbers(0), numbers(Math.E - 1))).isCloseTo(1, within(1e-15));
    }

    @Test
    void mapeDoesWithZerosWhatTheContestDeclares() {
        // one row with truth 0, one with an error of a quarter
        Truth truth = truth(numbers(0, 4));
        Values p = numbers(1, 5);

        assertThat(flaw(new Mape(Mape.Zeros.REFUSE), truth, p)).isEqualTo("a truth of 0 has no percentage");
        assertThat(score(new Mape(Mape.Zeros.SKIP), truth, p)).isEqualTo(0.25);
        assertThat(score(new Mape(Mape.Zeros.EPSILON), truth, p)).isEqualTo((0x1p52 + 0.25) / 2);
        assertThat(score(new Mape(Mape.Zeros.REFUSE), truth(numbers(-4)), numbers(-5)))
                .isEqualTo(0.25);
        assertThat(flaw(new Mape(Mape.Zeros.SKIP), truth(numbers(0)), numbers(1)))
                .isEqualTo("all rows have truth 0");
    }

    @Test
    void smapeDoesWithZerosWhatTheContestDeclares() {
        // 0/0 is 0; 0 against 1 is 2; 4 against 12 is 2 x 8 / 16 = 1
        Truth truth = truth(numbers(0, 0, 4));
        Values p = numbers(0, 1, 12);

        assertThat(score(new Smape(Smape.Zeros.COUNT), truth, p)).isEqualTo(1);
        assertThat(score(new Smape(Smape.Zeros.SKIP), truth, p)).isEqualTo(1);
        assertThat(score(new Smape(Smape.Zeros.SKIP), truth, numbers(5, 5, 4))).isZero();
        assertThat(flaw(new Smape(Smape.Zeros.REFUSE), truth, p)).isEqualTo("a truth of 0 has no percentage");
        assertThat(score(new Smape(Smape.Zeros.REFUSE), truth(numbers(4)), numbers(-4)))
                .isEqualTo(2);
    }

    @Test
    void r2OfAConstantTruthIsUndefined() {
        assertThat(flaw(new R2(), truth(numbers(2, 2)), numbers(1, 3)))
                .isEqualTo("all rows have the same truth, so there is nothing to explain");
        assertThat(evaluate(
                        new R2(),
                        truth(table(new double[] {1, 2}, new double[] {2, 2})),
                        table(new double[2], new double[2])))
                .isInstanceOf(Evaluation.Undefined.class);
        // squares 1 + 1 over 0.5
        assertThat(score(new R2(), numbers(1, 2), numbers(2, 1))).isEqualTo(-3);
    }

    @Test
    void r2HasNoValueWithoutABlockThatHoldsAllTheDifference() {
        Truth truth = Truth.of(numbers(1, 1, 5), cells(1, 0, 0, 1), 0);

        Evaluation.Score score = (Evaluation.Score) evaluate(new R2(), truth, numbers(1, 1, 5));

        assertThat(score.value()).isEqualTo(1);
        assertThat(score.withoutBlock()[0]).isNaN();
        assertThat(score.withoutBlock()[1]).isNaN();
        assertThat(score.withoutBlock()[2]).isEqualTo(1);
    }

    @Test
    void logLossClips() {
        assertThat(score(new LogLoss(), numbers(1), numbers(0))).isEqualTo(CERTAIN_MISTAKE);
        assertThat(score(new LogLoss(), numbers(0), numbers(1))).isEqualTo(CERTAIN_MISTAKE);
        assertThat(score(new LogLoss(), numbers(1), numbers(1))).isCloseTo(1e-15, within(2e-16));
        assertThat(score(new LogLoss(), numbers(0), numbers(0))).isCloseTo(1e-15, within(2e-16));
    }

    @Test
    void logLossOfScikitLearnsExample() {
        // log_loss(["spam", "ham", "ham", "spam"], [[.1, .9], [.9, .1], [.8, .2], [.35, .65]]) is 0.21616
        assertThat(score(new LogLoss(), numbers(1, 0, 0, 1), numbers(.9, .1, .2, .65)))
                .isCloseTo(0.21616187468057912, within(1e-15));
    }

    @Test
    void logLossOfSeveralClassesNormalizesAfterClipping() {
        // halves of certainty are certain; nothing for any class is a guess among three
        double[][] rows = {{0, 0.5, 0}, {0, 0, 0}};
        Truth truth = Truth.of(codes(1, 2), Scene.oneCell(2), 3);
        double expected = (0 + Math.log(3)) / 2;

        assertThat(score(new LogLoss(), truth, table(rows))).isCloseTo(expected, within(1e-14));
    }

    @Test
    void logLossOfSeveralClassesClipsTheOtherEndToo() {
        Truth truth = Truth.of(codes(0, 1), Scene.oneCell(2), 2);

        assertThat(score(new LogLoss(), truth, table(new double[] {0, 1}, new double[] {1, 0})))
                .isEqualTo(CERTAIN_MISTAKE);
    }

    @Test
    void theThresholdItselfIsNegative() {
        Values y = numbers(0, 1, 1, 0);
        Values p = numbers(0.5, 0.5, 0.51, 0.51);

        // right, wrong, right, wrong: tp 1, fp 1, fn 1
        assertThat(score(new Accuracy(), y, p)).isEqualTo(0.5);
        assertThat(score(new Hamming(), y, p)).isEqualTo(0.5);
        assertThat(score(metric("f1"), y, p)).isEqualTo(0.5);
        assertThat(score(new BalancedAccuracy(), y, p)).isEqualTo(0.5);
        assertThat(score(new MatthewsCorrelation(), y, p)).isZero();
        assertThat(score(new CohenKappa(), y, p)).isZero();
    }

    @Test
    void anUnknownNameIsWrong() {
        Values y = codes(0, 1, 1);
        Values p = codes(0, -1, 1);

        assertThat(score(new Accuracy(), y, p)).isEqualTo(2 / 3.0);
        assertThat(score(new Hamming(), y, p)).isEqualTo(1 / 3.0);
        // F1 1, 2/3, and 0 of the unknown
        assertThat(score(new F1(F1.Averaging.MACRO, 1), y, p)).isCloseTo(5 / 9.0, within(1e-15));
        assertThat(score(new F1(F1.Averaging.MICRO, 1), y, p)).isEqualTo(2 / 3.0);
        assertThat(score(new F1(F1.Averaging.BINARY, 1), y, p)).isEqualTo(2 / 3.0);
        assertThat(score(new BalancedAccuracy(), y, p)).isEqualTo(0.75);
    }

    @Test
    void anUnknownNameIsAsFarAwayAsCanBe() {
        // classes 0 and 2 of three. Observed: unknown for 0 is 4, times 2 rows. By chance: unknown meets both, 4 + 4,
        // and
        // 2 meets 0 and 2, 4 + 0
        assertThat(score(new QuadraticKappa(), Truth.of(codes(0, 2), Scene.oneCell(2), 3), codes(-1, 2)))
                .isCloseTo(1 - 8 / 12.0, within(1e-15));
    }

    @Test
    void quadraticKappaKeepsTheDeclaredDistances() {
        // classes 0 and 2 only, though 1 is declared: a miss by one costs a quarter of a miss by two
        Truth truth = Truth.of(codes(0, 2, 0, 2), Scene.oneCell(4), 3);

        // observed 1, times 4 rows; by chance, 2 of class 0 and 2 of class 2 meet (2, 1, 1): 2 + 8 + 16 + 2 = 28
        assertThat(score(new QuadraticKappa(), truth, codes(0, 1, 0, 2))).isCloseTo(1 - 4 / 28.0, within(1e-15));
    }

    @Test
    void nothingOverNothingIsZero() {
        assertThat(score(metric("f1"), numbers(0, 0), numbers(0, 0))).isZero();
        assertThat(score(new MatthewsCorrelation(), numbers(0, 1), numbers(0, 0)))
                .isZero();
        assertThat(score(new MatthewsCorrelation(), numbers(1, 1), numbers(0, 1)))
                .isZero();
    }

    @Test
    void agreementOnOneLabelIsUndefined() {
        for (Metric kappa : List.of(new CohenKappa(), new QuadraticKappa())) {
            assertThat(flaw(kappa, Truth.of(codes(1, 1), Scene.oneCell(2), 3), codes(1, 0)))
                    .isEqualTo("all rows have the same label");
        }
    }

    @Test
    void kappaHasNoValueWithoutABlockThatHoldsTheOtherLabel() {
        Truth truth = Truth.of(codes(0, 0, 1), cells(1, 0, 0, 1), 2);

        Evaluation.Score score = (Evaluation.Score) evaluate(new CohenKappa(), truth, codes(0, 1, 1));

        // 1 wrong of 3; right by chance (2x1 + 1x2)/3 = 4/3: 1 - 1/(3 - 4/3) = 0.4
        assertThat(score.value()).isCloseTo(0.4, within(1e-15));
        assertThat(score.withoutBlock()[1]).isNaN();
        assertThat(score.withoutBlock()[0]).isNaN();
    }

    @Test
    void kappasAndCorrelationAreOneForPerfectPredictions() {
        Values y = codes(0, 1, 2, 2);

        assertThat(score(new CohenKappa(), y, y)).isEqualTo(1);
        assertThat(score(new QuadraticKappa(), y, y)).isEqualTo(1);
        assertThat(score(new MatthewsCorrelation(), y, y)).isEqualTo(1);
    }

    @Test
    void f1OfAClassThatThereIsNot() {
        assertThatThrownBy(() -> new F1(F1.Averaging.BINARY, 2).kernel(truth(codes(0, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no class 2 of 2");
        assertThat(score(new F1(F1.Averaging.BINARY, 0), codes(0, 1), codes(0, 0)))
                .isEqualTo(2 / 3.0);
        assertThat(score(new F1(F1.Averaging.MICRO, 9), codes(0, 1), codes(0, 0)))
                .isEqualTo(0.5);
    }

    @Test
    void crpsOfACertainForecastIsTheDistanceInSteps() {
        // truth 2, certain of 0, at points 0 to 3: wrong at 0 and 1, of 4
        assertThat(score(new Crps(0, 1), numbers(2), table(new double[] {1, 1, 1, 1})))
                .isEqualTo(0.5);
        // a point that is the truth counts as reached
        assertThat(score(new Crps(0, 1), numbers(2), table(new double[] {0, 0, 1, 1})))
                .isZero();
        assertThat(score(new Crps(1, 0.5), numbers(1.5), table(new double[] {0, 1})))
                .isZero();
    }

    @Test
    void anOverflowIsNoScore() {
        assertThat(flaw(new Rmse(), truth(numbers(1e200)), numbers(0)))
                .isEqualTo("the sum over the rows is too large a number");
    }

    @Test
    void noRowsHaveNoScore() {
        Truth nothingPrivate = Truth.of(numbers(0, 1), cells(2, 0, 0), 0);
        for (String name : List.of(
                "rmse",
                "roc-auc",
                "accuracy",
                "mcc",
                "spearman",
                "kendall-tau",
                "gini",
                "r2",
                "median-absolute-error",
                "average-precision",
                "kolmogorov-smirnov",
                "log-loss")) {
            List<Evaluation> evaluations = metric(name).kernel(nothingPrivate).evaluate(numbers(0.2, 0.9));

            assertThat(evaluations.get(0)).as(name).isInstanceOf(Evaluation.Score.class);
            assertThat(evaluations.get(1))
                    .as(name)
                    .isEqualTo(new Evaluation.Undefined("there are no rows to evaluate"));
        }
    }

    @Test
    void aMetricRefusesValuesThatItDoesNotFit() {
        assertThatThrownBy(() -> new Rmse().kernel(truth(codes(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The metric needs numbers, not Codes");
        assertThatThrownBy(() -> evaluate(new Accuracy(), truth(codes(1)), numbers(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The metric needs names, not Numbers");
        assertThatThrownBy(() -> evaluate(new Rmse(), truth(numbers(1)), table(new double[] {1, 2})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The metric needs 1 numbers a row, not Table");
        assertThatThrownBy(() -> evaluate(new Crps(0, 1), truth(numbers(1)), numbers(1)))
                .hasMessage("The metric needs several numbers a row, not Numbers");
        assertThatThrownBy(() -> evaluate(new Mrr(), truth(lists(new int[] {1})), numbers(1)))
                .hasMessage("The metric needs lists of items, not Numbers");
        assertThatThrownBy(() -> new Accuracy().kernel(truth(table(new double[] {1}))))
                .hasMessage("The metric needs one label a row, not Table");
        assertThatThrownBy(() -> new Mrr().kernel(truth(numbers(1)))).hasMessage("The metric needs groups of rows");
        for (Metric one : List.of(new Brier(), new LogLoss())) {
            assertThatThrownBy(() -> one.kernel(truth(table(new double[] {1}))))
                    .hasMessage("The metric needs numbers, not Table");
        }
        assertThatThrownBy(() -> new QuadraticKappa().kernel(truth(numbers(1))))
                .hasMessage("The metric needs names, not Numbers");
    }

    @Test
    void aMetricRefusesTooFewPredictions() {
        for (Metric each : Metrics.all()) {
            if (each.fits().contains(TaskKind.BINARY)) {
                Kernel kernel = each.kernel(truth(BINARY));
                assertThatThrownBy(() -> kernel.evaluate(numbers(0, 0, 0)))
                        .as(each.name())
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("3 predictions for 4 rows");
            }
        }
        assertThatThrownBy(
                        () -> new Mrr().kernel(grouped(new int[] {1, 1}, 0, 1)).evaluate(numbers(1)))
                .hasMessage("1 predictions for 2 rows");
    }
}
