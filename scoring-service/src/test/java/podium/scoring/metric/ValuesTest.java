package podium.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The values that go in and come out: what they refuse, and what they say. */
class ValuesTest {

    @Test
    void countsItsRows() {
        assertThat(Scene.numbers(1, 2).rows()).isEqualTo(2);
        assertThat(Scene.codes(1, 2, 3).rows()).isEqualTo(3);
        assertThat(new Values.Table(new double[6], 3).rows()).isEqualTo(2);
        assertThat(Scene.lists(new int[] {1, 2}, new int[] {}).rows()).isEqualTo(2);
    }

    @Test
    void aTableHasWholeRows() {
        assertThatThrownBy(() -> new Values.Table(new double[5], 2)).hasMessage("5 numbers are not rows of 2");
        assertThatThrownBy(() -> new Values.Table(new double[0], 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Values.Table(new double[0], 1).rows()).isZero();
    }

    @Test
    void listsShareOutAllItems() {
        assertThatThrownBy(() -> new Values.Lists(new int[] {0, 1}, new int[2]))
                .hasMessage("The lists do not share out 2 items");
        assertThatThrownBy(() -> new Values.Lists(new int[] {1, 2}, new int[2]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Values.Lists(new int[0], new int[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCellIsAPartAndABlock() {
        Cells cells = Scene.cells(4, 0, 63, 64, 255);

        assertThat(cells.rows()).isEqualTo(4);
        assertThat(cells.count()).isEqualTo(256);
        assertThat(cells.of(3)).isEqualTo(255);
        assertThat(cells.partOf(1)).isZero();
        assertThat(cells.partOf(2)).isEqualTo(1);
        assertThat(cells.partOf(3)).isEqualTo(3);
        assertThat(cells.sizes()).hasSize(256).contains(1, 0).startsWith(1, 0).endsWith(0, 1);
    }

    @Test
    void aCellIsInOneOfTheParts() {
        assertThatThrownBy(() -> Scene.cells(1, 0, 64)).hasMessage("Not a cell of 1 parts: 64");
        assertThatThrownBy(() -> Scene.cells(0)).hasMessage("Not a number of parts: 0");
        assertThatThrownBy(() -> Scene.cells(5)).hasMessage("Not a number of parts: 5");
    }

    @Test
    void aTruthIsOfOneSetOfRows() {
        assertThatThrownBy(() -> Truth.of(Scene.numbers(1, 2), Scene.oneCell(1), 0))
                .hasMessage("Labels, cells and groups are not of the same rows");
        assertThatThrownBy(() -> new Truth(Scene.numbers(1, 2), Scene.oneCell(2), new int[1], 0))
                .hasMessage("Labels, cells and groups are not of the same rows");
    }

    @Test
    void aTruthKnowsAllItsNamesAndItems() {
        assertThatThrownBy(() -> Truth.of(Scene.codes(0, 2), Scene.oneCell(2), 2))
                .hasMessage("Not one of 2 classes: 2");
        assertThatThrownBy(() -> Truth.of(Scene.codes(-1), Scene.oneCell(1), 2)).hasMessage("Not one of 2 classes: -1");
        assertThatThrownBy(() -> Scene.truth(Scene.lists(new int[] {0, -1}))).hasMessage("Not an item: -1");
        assertThat(Scene.truth(Scene.lists(new int[] {0})).classes()).isZero();
    }

    @Test
    void aScoreIsFiniteAndHasAValueForEachBlock() {
        assertThatThrownBy(() -> new Evaluation.Score(Double.NaN, new double[64]))
                .hasMessage("Not a score: NaN, 64 blocks");
        assertThatThrownBy(() -> new Evaluation.Score(1, new double[63])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void scoresAreComparedByTheirValues() {
        double[] other = new double[64];
        other[5] = 1;
        Evaluation.Score score = new Evaluation.Score(1, new double[64]);

        assertThat(score)
                .isEqualTo(new Evaluation.Score(1, new double[64]))
                .hasSameHashCodeAs(new Evaluation.Score(1, new double[64]))
                .isNotEqualTo(new Evaluation.Score(2, new double[64]))
                .isNotEqualTo(new Evaluation.Score(1, other))
                .isNotEqualTo(new Evaluation.Undefined("1"));
        assertThat(score.hashCode()).isNotEqualTo(new Evaluation.Score(1, other).hashCode());
        assertThat(score.toString()).startsWith("Score[1.0, withoutBlock=[0.0, 0.0");
    }

    @Test
    void directionsSayWhatIsBetter() {
        BigDecimal small = new BigDecimal("0.10");
        BigDecimal large = new BigDecimal("0.2");

        assertThat(Direction.MINIMIZE.isBetter(small, large)).isTrue();
        assertThat(Direction.MINIMIZE.isBetter(large, small)).isFalse();
        assertThat(Direction.MAXIMIZE.isBetter(large, small)).isTrue();
        assertThat(Direction.MAXIMIZE.isBetter(small, large)).isFalse();
        assertThat(Direction.MINIMIZE.isBetter(small, new BigDecimal("0.1"))).isFalse();
        assertThat(Direction.MAXIMIZE.isBetter(small, new BigDecimal("0.1"))).isFalse();
        for (Direction direction : Direction.values()) {
            assertThat(Direction.ofWireName(direction.wireName())).isEqualTo(direction);
        }
        assertThat(Direction.MINIMIZE.wireName()).isEqualTo("minimize");
        assertThatThrownBy(() -> Direction.ofWireName("up")).hasMessage("Not a direction: up");
    }

    @Test
    void boundsAreClosedAndFinite() {
        Bounds bounds = new Bounds(-1, 2);

        assertThat(bounds.contains(-1)).isTrue();
        assertThat(bounds.contains(2)).isTrue();
        assertThat(bounds.contains(-1.01)).isFalse();
        assertThat(bounds.contains(2.01)).isFalse();
        assertThat(bounds.contains(Double.NaN)).isFalse();
        assertThat(bounds.clamp(-5)).isEqualTo(-1);
        assertThat(bounds.clamp(5)).isEqualTo(2);
        assertThat(bounds.clamp(0.5)).isEqualTo(0.5);
        assertThat(bounds.and(new Bounds(0, 9))).isEqualTo(new Bounds(0, 2));
        assertThat(new Bounds(3, 3).contains(3)).isTrue();
        assertThatThrownBy(() -> bounds.and(new Bounds(3, 4))).hasMessage("Not a range: 3.0 to 2.0");
        assertThatThrownBy(() -> new Bounds(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bounds(0, Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
    }
}
