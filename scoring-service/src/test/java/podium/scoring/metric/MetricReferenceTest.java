package podium.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Reference vectors. Unless a test says otherwise they are the examples in the documentation of scikit-learn's functions of
 * the same definition, or worked out by hand in the comment.
 */
class MetricReferenceTest {
    private static final Values.Numbers BINARY = numbers(0, 0, 1, 1);

    @Test
    void rmse() {
        // errors -0.5, 0.5, 0, 1: sum of squares 1.5, mean 0.375
        assertThat(score(new Rmse(), numbers(3, -0.5, 2, 7), numbers(2.5, 0.0, 2, 8)))
                .isEqualTo(Math.sqrt(0.375));
    }

    @Test
    void rmseOfPerfectPredictionsIsZero() {
        assertThat(score(new Rmse(), numbers(3, -0.5), numbers(3, -0.5))).isZero();
    }

    @Test
    void rmseOfOneRowIsItsError() {
        assertThat(score(new Rmse(), numbers(1), numbers(-2))).isEqualTo(3);
    }

    @Test
    void mae() {
        // errors 0.5, 0.5, 0, 1: mean 0.5
        assertThat(score(new Mae(), numbers(3, -0.5, 2, 7), numbers(2.5, 0.0, 2, 8)))
                .isEqualTo(0.5);
    }

    @Test
    void accuracyOfNames() {
        // sklearn: accuracy_score([0, 1, 2, 3], [0, 2, 1, 3]) is 0.5
        assertThat(score(new Accuracy(), codes(0, 1, 2, 3), codes(0, 2, 1, 3))).isEqualTo(0.5);
    }

    @Test
    void accuracyTakesAnUnknownNameAsWrong() {
        assertThat(score(new Accuracy(), codes(0, 1), codes(0, -1))).isEqualTo(0.5);
    }

    @Test
    void accuracyOfBinaryTasksSaysPositiveAboveOneHalf() {
        assertThat(score(new Accuracy(), numbers(0, 1, 1, 0), numbers(0.5, 0.5, 0.51, 0.51)))
                .isEqualTo(0.5);
    }

    @Test
    void logLoss() {
        // sklearn: log_loss(["spam", "ham", "ham", "spam"], [[.1, .9], [.9, .1], [.8, .2], [.35, .65]]) is 0.21616
        assertThat(score(new LogLoss(), numbers(1, 0, 0, 1), numbers(.9, .1, .2, .65)))
                .isCloseTo(0.21616187468057912, within(1e-15));
    }

    @Test
    void logLossClips() {
        // -ln(1e-15), and -ln(1 - 1e-15) for the right one
        double wrong = 34.538776394910684;
        assertThat(score(new LogLoss(), numbers(1), numbers(0))).isEqualTo(wrong);
        assertThat(score(new LogLoss(), numbers(0), numbers(1))).isEqualTo(wrong);
        assertThat(score(new LogLoss(), numbers(1), numbers(1))).isCloseTo(1e-15, within(2e-16));
        assertThat(score(new LogLoss(), numbers(0), numbers(0))).isCloseTo(1e-15, within(2e-16));
    }

    @Test
    void rocAuc() {
        // sklearn: roc_auc_score([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) is 0.75
        assertThat(score(new RocAuc(), BINARY, numbers(0.1, 0.4, 0.35, 0.8))).isEqualTo(0.75);
    }

    @Test
    void rocAucCountsTiesHalf() {
        // pairs: (.5 over .1) 1, (.5 with .5) 1/2, (.9 over .1) 1, (.9 over .5) 1: 3.5 of 4
        assertThat(score(new RocAuc(), BINARY, numbers(0.1, 0.5, 0.5, 0.9))).isEqualTo(0.875);
        assertThat(score(new RocAuc(), BINARY, numbers(7, 7, 7, 7))).isEqualTo(0.5);
    }

    @Test
    void rocAucTakesBothZerosAsEqual() {
        assertThat(score(new RocAuc(), numbers(0, 1), numbers(-0.0, 0.0))).isEqualTo(0.5);
        assertThat(score(new RocAuc(), numbers(0, 1), numbers(0.0, -0.0))).isEqualTo(0.5);
    }

    @Test
    void rocAucOfOneClassIsUndefined() {
        assertThat(evaluate(new RocAuc(), numbers(1, 1), numbers(0.1, 0.2))).isInstanceOf(Evaluation.Undefined.class);
        assertThat(evaluate(new RocAuc(), numbers(0, 0), numbers(0.1, 0.2))).isInstanceOf(Evaluation.Undefined.class);
    }

    @Test
    void rocAucCountsMorePairsThanAnIntegerHolds() {
        // 50,000 x 50,000 pairs, all rightly ordered but those of one positive that is below all
        int half = 50_000;
        double[] truth = new double[2 * half];
        double[] predictions = new double[2 * half];
        for (int i = 0; i < half; i++) {
            truth[i] = 1;
            predictions[i] = 1;
        }
        predictions[0] = -1;

        assertThat(score(new RocAuc(), numbers(truth), numbers(predictions))).isEqualTo((half - 1.0) / half);
    }

    @Test
    void onlyTheGivenRowsCount() {
        Values truth = numbers(0, 100, 0);
        Values predictions = numbers(3, 0, 4);

        Evaluation evaluation = new Rmse().evaluate(truth, predictions, new int[] {0, 2});

        assertThat(evaluation).isEqualTo(new Evaluation.Score(Math.sqrt(12.5)));
    }

    @Test
    void noRowsHaveNoScore() {
        for (Metric metric : Metrics.all()) {
            assertThat(metric.evaluate(numbers(1), numbers(1), new int[0])).isInstanceOf(Evaluation.Undefined.class);
        }
    }

    @Test
    void anOverflowIsNoScore() {
        assertThat(evaluate(new Rmse(), numbers(1e200), numbers(0))).isInstanceOf(Evaluation.Undefined.class);
    }

    @Test
    void aMetricRefusesValuesThatItDoesNotFit() {
        assertThatThrownBy(() -> evaluate(new Rmse(), codes(1), codes(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> evaluate(new Accuracy(), codes(1), numbers(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> evaluate(new Accuracy(), numbers(1), codes(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void metricsAreFoundByTheNamesOfContestDefinitions() {
        assertThat(Metrics.all())
                .extracting(Metric::name)
                .containsExactly("rmse", "mae", "accuracy", "log-loss", "roc-auc");
        assertThat(Metrics.byName("roc-auc")).contains(new RocAuc());
        assertThat(Metrics.byName("ROC-AUC")).isEmpty();
    }

    static Values.Numbers numbers(double... values) {
        return new Values.Numbers(values);
    }

    static Values.Codes codes(int... values) {
        return new Values.Codes(values);
    }

    static Evaluation evaluate(Metric metric, Values truth, Values predictions) {
        return metric.evaluate(
                truth, predictions, IntStream.range(0, truth.rows()).toArray());
    }

    static double score(Metric metric, Values truth, Values predictions) {
        return switch (evaluate(metric, truth, predictions)) {
            case Evaluation.Score(double value) -> value;
            case Evaluation.Undefined(String reason) -> throw new AssertionError(reason);
        };
    }
}
