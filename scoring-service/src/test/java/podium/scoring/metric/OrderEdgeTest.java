package podium.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static podium.scoring.metric.Scene.cells;
import static podium.scoring.metric.Scene.evaluate;
import static podium.scoring.metric.Scene.flaw;
import static podium.scoring.metric.Scene.grouped;
import static podium.scoring.metric.Scene.lists;
import static podium.scoring.metric.Scene.numbers;
import static podium.scoring.metric.Scene.score;
import static podium.scoring.metric.Scene.truth;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The edge cases of metrics that see the order of predictions. Expected values are worked out by hand in the comments. */
class OrderEdgeTest {
    private static final Values.Numbers BINARY = numbers(0, 0, 1, 1);

    @Test
    void rocAucOfScikitLearnsExample() {
        // roc_auc_score([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) is 0.75
        assertThat(score(new RocAuc(), BINARY, numbers(0.1, 0.4, 0.35, 0.8))).isEqualTo(0.75);
        assertThat(score(new Gini(), BINARY, numbers(0.1, 0.4, 0.35, 0.8))).isEqualTo(0.5);
        // average_precision_score of the same is 0.83
        assertThat(score(new AveragePrecision(), BINARY, numbers(0.1, 0.4, 0.35, 0.8)))
                .isCloseTo(5 / 6.0, within(1e-15));
    }

    @Test
    void tiesCountHalf() {
        // pairs: (.5 over .1) 1, (.5 with .5) 1/2, (.9 over .1) 1, (.9 over .5) 1: 3.5 of 4
        assertThat(score(new RocAuc(), BINARY, numbers(0.1, 0.5, 0.5, 0.9))).isEqualTo(0.875);
        assertThat(score(new RocAuc(), BINARY, numbers(7, 7, 7, 7))).isEqualTo(0.5);
        assertThat(score(new Gini(), BINARY, numbers(7, 7, 7, 7))).isZero();
    }

    @Test
    void tiesAreOneStep() {
        // .9: 1 of 1, half the recall; .5: 2 of 3; the other half
        assertThat(score(new AveragePrecision(), BINARY, numbers(0.1, 0.5, 0.5, 0.9)))
                .isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-15));
        assertThat(score(new AveragePrecision(), BINARY, numbers(7, 7, 7, 7))).isEqualTo(0.5);
        // below or at .5: 1/2 of the positive, all of the negative; at .1: half of the negative
        assertThat(score(new KolmogorovSmirnov(), BINARY, numbers(0.1, 0.5, 0.5, 0.9)))
                .isEqualTo(0.5);
        assertThat(score(new KolmogorovSmirnov(), BINARY, numbers(7, 7, 7, 7))).isZero();
    }

    @Test
    void bothZerosAreEqual() {
        assertThat(score(new RocAuc(), numbers(0, 1), numbers(-0.0, 0.0))).isEqualTo(0.5);
        assertThat(score(new RocAuc(), numbers(0, 1), numbers(0.0, -0.0))).isEqualTo(0.5);
        assertThat(score(new KolmogorovSmirnov(), numbers(0, 1), numbers(-0.0, 0.0)))
                .isZero();
        assertThat(score(new Spearman(), numbers(0, 1), numbers(-0.0, 0.0))).isZero();
        assertThat(score(new KendallTau(), numbers(0, 1), numbers(0.0, -0.0))).isZero();
        assertThat(score(new Gini(), numbers(0, 3), numbers(0.0, -0.0))).isZero();
        assertThat(score(new NdcgAtK(1, NdcgAtK.Gain.LINEAR), grouped(new int[] {5, 5}, 0, 1), numbers(-0.0, 0.0)))
                .isEqualTo(0.5);
        assertThat(score(new Mrr(), grouped(new int[] {5, 5}, 0, 1), numbers(-0.0, 0.0)))
                .isEqualTo(0.5);
    }

    @Test
    void oneClassIsUndefined() {
        for (Metric each : List.of(new RocAuc(), new Gini(), new KolmogorovSmirnov())) {
            assertThat(flaw(each, truth(numbers(1, 1)), numbers(0.1, 0.2))).isEqualTo("no row is negative");
            assertThat(flaw(each, truth(numbers(0, 0)), numbers(0.1, 0.2))).isEqualTo("no row is positive");
        }
        assertThat(flaw(new AveragePrecision(), truth(numbers(0, 0)), numbers(0.1, 0.2)))
                .isEqualTo("no row is positive");
        assertThat(score(new AveragePrecision(), numbers(1, 1), numbers(0.1, 0.2)))
                .isEqualTo(1);
    }

    @Test
    void aConstantTruthHasNoOrder() {
        for (Metric each : List.of(new Spearman(), new KendallTau(), new Gini())) {
            assertThat(flaw(each, truth(numbers(2, 2)), numbers(0.1, 0.2)))
                    .isEqualTo("all rows have the same truth, so there is no order to find");
        }
    }

    @Test
    void noValueWithoutABlockThatHoldsAllOfOneClassOrAllTheOrder() {
        Truth truth = Truth.of(numbers(0, 0, 1), cells(1, 0, 0, 7), 0);
        for (Metric each : List.of(
                new RocAuc(),
                new Gini(),
                new KolmogorovSmirnov(),
                new AveragePrecision(),
                new Spearman(),
                new KendallTau())) {
            Evaluation.Score score = (Evaluation.Score) evaluate(each, truth, numbers(1, 2, 3));

            assertThat(score.withoutBlock()[7]).as(each.name()).isNaN();
            assertThat(score.withoutBlock()[1]).as(each.name()).isEqualTo(score.value());
        }
        Truth larger = Truth.of(numbers(2, 2, 5), cells(1, 0, 0, 7), 0);
        Evaluation.Score gini = (Evaluation.Score) evaluate(new Gini(), larger, numbers(1, 2, 3));
        assertThat(gini.value()).isEqualTo(1);
        assertThat(gini.withoutBlock()[7]).isNaN();
    }

    @Test
    void constantPredictionsFindNoOrder() {
        for (Metric each : List.of(new Spearman(), new KendallTau(), new Gini())) {
            assertThat(score(each, numbers(1, 2, 3), numbers(5, 5, 5))).isZero();
        }
    }

    @Test
    void orderAndItsOpposite() {
        for (Metric each : List.of(new Spearman(), new KendallTau(), new Gini())) {
            assertThat(score(each, numbers(1, 2, 7), numbers(-5, 0, 5))).isEqualTo(1);
            assertThat(score(each, numbers(1, 2, 7), numbers(5, 0, -5))).isEqualTo(-1);
        }
    }

    @Test
    void rocAucCountsMorePairsThanAnIntegerHolds() {
        // 50,000 x 50,000 pairs, all rightly ordered but those of one positive that is below all
        int half = 50_000;
        double[] labels = new double[2 * half];
        double[] predictions = new double[2 * half];
        for (int i = 0; i < half; i++) {
            labels[i] = 1;
            predictions[i] = 1;
        }
        predictions[0] = -1;

        assertThat(score(new RocAuc(), numbers(labels), numbers(predictions))).isEqualTo((half - 1.0) / half);
        // pairs: alike h (h - 1), unlike h; different in the truth h^2, in the predictions h + h (h - 1) + (h - 1)
        assertThat(score(new KendallTau(), numbers(labels), numbers(predictions)))
                .isCloseTo((half - 2.0) / Math.sqrt((double) half * half + half - 1), within(1e-12));
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTwo() {
        assertThat(score(new MedianAbsoluteError(), numbers(0, 0, 0, 0), numbers(-1, 2, 4, -9)))
                .isEqualTo(3);
        assertThat(score(new MedianAbsoluteError(), numbers(0, 0, 0), numbers(-1, 2, 4)))
                .isEqualTo(2);
        assertThat(score(new MedianAbsoluteError(), numbers(0), numbers(-8))).isEqualTo(8);
    }

    @Test
    void anItemCountsOnceAndRepeatingItTakesARank() {
        // relevant 1 and 2; found at ranks 1 and 4: precision 1 and 2/4, of 2
        Truth truth = truth(lists(new int[] {1, 2}));
        Values ranked = lists(new int[] {1, 1, -1, 2});

        assertThat(score(new MapAtK(10), truth, ranked)).isEqualTo(0.75);
        assertThat(score(new MapAtK(3), truth, ranked)).isEqualTo(0.5);
        assertThat(score(new MapAtK(1), truth, ranked)).isEqualTo(1);
        assertThat(score(new RecallAtK(3), truth, ranked)).isEqualTo(0.5);
        assertThat(score(new RecallAtK(4), truth, ranked)).isEqualTo(1);
        assertThat(score(new Mrr(), truth, ranked)).isEqualTo(1);
        // (1 + 1/log2 5) / (1 + 1/log2 3)
        assertThat(score(new NdcgAtK(4, NdcgAtK.Gain.LINEAR), truth, ranked))
                .isCloseTo((1 + Math.log(2) / Math.log(5)) / (1 + Math.log(2) / Math.log(3)), within(1e-15));
    }

    @Test
    void anItemThatIsThereTwiceInTheTruthIsRelevantOnce() {
        Truth truth = truth(lists(new int[] {4, 3, 4}));

        assertThat(score(new RecallAtK(1), truth, lists(new int[] {4}))).isEqualTo(0.5);
        assertThat(score(new RecallAtK(2), truth, lists(new int[] {4, 3}))).isEqualTo(1);
    }

    @Test
    void aGroupWithoutRelevantItemsScoresZero() {
        Truth truth = truth(lists(new int[] {}, new int[] {1}));
        Values ranked = lists(new int[] {1}, new int[] {1});
        Truth scores = grouped(new int[] {3, 3, 1}, 0, 0, 1);
        for (Metric each :
                List.of(new MapAtK(5), new RecallAtK(5), new Mrr(), new NdcgAtK(5, NdcgAtK.Gain.EXPONENTIAL))) {
            assertThat(score(each, truth, ranked)).as(each.name()).isEqualTo(0.5);
            assertThat(score(each, scores, numbers(1, 2, 3))).as(each.name()).isEqualTo(0.5);
            assertThat(score(each, truth, lists(new int[] {}, new int[] {})))
                    .as(each.name())
                    .isZero();
        }
    }

    @Test
    void ofEqualScoresTheRelevantComeLast() {
        Truth truth = grouped(new int[] {1, 1, 1}, 0, 1, 1);
        Values tied = numbers(5, 5, 5);

        // ranks 2 and 3
        assertThat(score(new Mrr(), truth, tied)).isEqualTo(0.5);
        assertThat(score(new RecallAtK(2), truth, tied)).isEqualTo(0.5);
        assertThat(score(new MapAtK(3), truth, tied)).isCloseTo((1 / 2.0 + 2 / 3.0) / 2, within(1e-15));
        // gains averaged: 2/3 for rank 1 of an ideal 1
        assertThat(score(new NdcgAtK(1, NdcgAtK.Gain.LINEAR), truth, tied)).isCloseTo(2 / 3.0, within(1e-15));
    }

    @Test
    void gainIsRelevanceOrItsPower() {
        // relevances 3 and 1, ranked the wrong way round
        Truth truth = grouped(new int[] {1, 1}, 3, 1);
        double second = Math.log(2) / Math.log(3);

        assertThat(score(new NdcgAtK(2, NdcgAtK.Gain.LINEAR), truth, numbers(0, 1)))
                .isCloseTo((1 + 3 * second) / (3 + second), within(1e-15));
        assertThat(score(new NdcgAtK(2, NdcgAtK.Gain.EXPONENTIAL), truth, numbers(0, 1)))
                .isCloseTo((1 + 7 * second) / (7 + second), within(1e-15));
        assertThat(flaw(new NdcgAtK(2, NdcgAtK.Gain.LINEAR), grouped(new int[] {1, 1}, 3, -1), numbers(0, 1)))
                .isEqualTo("a relevance is negative");
    }

    @Test
    void aGroupInTwoPartsIsTwoGroupsAndBelongsToTheBlockOfItsFirstRow() {
        Truth truth = new Truth(numbers(1, 0, 1, 1, 0), cells(2, 0, 1, 64, 2, 2), new int[] {7, 7, 7, 8, 8}, 0);

        List<Evaluation> parts = new Mrr().kernel(truth).evaluate(numbers(1, 2, 3, 9, 8));

        // part 0: group 7 finds its row at rank 2, group 8 at 1; part 1: rank 1
        Evaluation.Score first = (Evaluation.Score) parts.get(0);
        assertThat(first.value()).isEqualTo(0.75);
        assertThat(first.withoutBlock()[0]).isEqualTo(1);
        assertThat(first.withoutBlock()[1]).isEqualTo(0.75);
        assertThat(first.withoutBlock()[2]).isEqualTo(0.5);
        assertThat(((Evaluation.Score) parts.get(1)).value()).isEqualTo(1);
    }
}
