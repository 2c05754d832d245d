package podium.local.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ModelsTest {
    /** 6 rows, one column with values 0 and 1: two of three positive at 0, one of three at 1. */
    private static final Examples SMALL = new Examples(
            new int[][] {{0}, {0}, {0}, {1}, {1}, {1}},
            new boolean[] {true, true, false, true, false, false},
            new int[] {2});

    @Test
    void aPriorGivesEveryRowTheSmoothedShare() {
        assertThat(new Prior().fit(SMALL).predictAll(new int[][] {{0}, {1}})).containsExactly(0.5, 0.5);
    }

    @Test
    void naiveBayesOfOneColumnIsItsSmoothedRates() {
        Learner.Model model = new NaiveBayes().fit(SMALL);
        // odds 1 (prior) times (2 + 1)/(3 + 2) over (1 + 1)/(3 + 2)
        assertThat(model.predict(new int[] {0})).isEqualTo(0.6, within(1e-12));
        assertThat(model.predict(new int[] {1})).isEqualTo(0.4, within(1e-12));
    }

    @Test
    void aValueThatTrainingDidNotHaveSaysNothing() {
        int[] unseen = {Encoding.UNSEEN};
        assertThat(new NaiveBayes().fit(SMALL).predict(unseen)).isEqualTo(0.5, within(1e-12));
        assertThat(new BoostedStumps(5, 0.5, 1).fit(SMALL).predict(unseen)).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void oneBoostingRoundTakesAShareOfTheNewtonStep() {
        // At log-odds 0 the gradient of value 0 is 2 - 3/2 = 1/2, its curvature 3/4: the step is 1/2 / (3/4 + 1).
        double expected = 1 / (1 + Math.exp(-0.5 * (0.5 / 1.75)));
        assertThat(new BoostedStumps(1, 0.5, 1).fit(SMALL).predict(new int[] {0}))
                .isEqualTo(expected, within(1e-12));
    }

    @Test
    void aBlendAveragesLogOdds() {
        Learner third = _ -> _ -> 1 / 3.0;
        Learner twoThirds = _ -> _ -> 2 / 3.0;
        assertThat(Learner.blend(List.of(third, twoThirds)).fit(SMALL).predict(new int[] {0}))
                .isEqualTo(0.5, within(1e-12));
    }

    @Test
    void onlyPairsOfColumnsSeeAnExclusiveOr() {
        Examples xor = exclusiveOr();
        double alone = RocAuc.of(
                xor.positive(), new LogisticRegression(5, 0.1, 1e-5, 1).fit(xor).predictAll(xor.rows()));
        double paired = RocAuc.of(
                xor.positive(),
                new LogisticRegression(5, 0.1, 1e-5, 1).onPairs().fit(xor).predictAll(xor.rows()));
        assertThat(alone).isLessThan(0.6);
        assertThat(paired).isGreaterThan(0.85);
    }

    @Test
    void theSameSeedGivesTheSameModel() {
        Examples xor = exclusiveOr();
        Learner learner = new LogisticRegression(2, 0.1, 0, 42).onPairs();
        assertThat(learner.fit(xor).predictAll(xor.rows()))
                .containsExactly(learner.fit(xor).predictAll(xor.rows()));
    }

    @Test
    void rocAucCountsTiesHalf() {
        boolean[] labels = {false, true, false, true};
        assertThat(RocAuc.of(labels, new double[] {0.1, 0.4, 0.35, 0.8})).isEqualTo(1.0);
        assertThat(RocAuc.of(labels, new double[] {0.1, 0.35, 0.4, 0.8})).isEqualTo(0.75);
        assertThat(RocAuc.of(labels, new double[] {0.5, 0.5, 0.5, 0.5})).isEqualTo(0.5);
        assertThat(RocAuc.of(labels, new double[] {0.1, 0.4, 0.4, 0.8})).isEqualTo(0.875);
    }

    @Test
    void anEncodingLearnsFromTrainingRowsOnly() {
        Table train = new Table(List.of("id", "sex"), List.of(List.of("1", "Male"), List.of("2", "Female")));
        Table test = new Table(List.of("sex"), List.of(List.of("Female"), List.of("Unknown")));
        Encoding encoding = Encoding.of(train, List.of("sex"));
        assertThat(encoding.encode(test)).isDeepEqualTo(new int[][] {{1}, {Encoding.UNSEEN}});
        assertThat(encoding.values(0)).isEqualTo(2);
    }

    private static Examples exclusiveOr() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        List<int[]> rows = new ArrayList<>();
        boolean[] labels = new boolean[2000];
        for (int i = 0; i < labels.length; i++) {
            int[] row = {random.nextInt(2), random.nextInt(2)};
            rows.add(row);
            labels[i] = (row[0] != row[1]) ^ (random.nextInt(10) == 0);
        }
        return new Examples(rows.toArray(int[][]::new), labels, new int[] {2, 2});
    }
}
