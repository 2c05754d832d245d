package podium.scoring.metric.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderTest {

    @Test
    void imagesKeepTheOrder() {
        double[] ascending = {
            Double.NEGATIVE_INFINITY,
            -Double.MAX_VALUE,
            -1.5,
            -1,
            -Double.MIN_VALUE,
            0,
            Double.MIN_VALUE,
            0.1,
            1,
            1e100,
            Double.POSITIVE_INFINITY
        };
        for (int i = 1; i < ascending.length; i++) {
            assertThat(Images.of(ascending[i])).isGreaterThan(Images.of(ascending[i - 1]));
            assertThat(Images.digit(Images.of(ascending[i]), 56))
                    .isGreaterThanOrEqualTo(Images.digit(Images.of(ascending[i - 1]), 56));
            assertThat(Images.value(Images.of(ascending[i]))).isEqualTo(ascending[i]);
        }
        assertThat(Images.of(-0.0)).isEqualTo(Images.of(0.0));
    }

    @Test
    void aRangeLongerThanTheScratchIsSortedToo() {
        double[] values = new Random(3).doubles(RadixSort.LONGEST + 10).toArray();
        double[] expected = values.clone();
        Arrays.sort(expected);

        new RadixSort(values.length).sort(values, 0, values.length);

        assertThat(values).isEqualTo(expected);
    }

    @Test
    void aSegmentIsMergedWithItsNeighboursOnly() {
        SegmentedOrder order = new SegmentedOrder(new char[] {2, 0, 1, 2, 3}, 4);
        double[] values = {5, -0.0, 7, 1, 0};

        order.arrange(values);

        assertThat(values).containsExactly(0.0, 7, 1, 5, 0);
        assertThat(order.size(0)).isEqualTo(1);
        assertThat(order.size(2)).isEqualTo(2);
        Merge merge = order.merge(values, 1, 2);
        assertThat(merge.advance()).isTrue();
        assertThat(merge.value()).isEqualTo(1);
        assertThat(merge.segment()).isEqualTo(1);
        long first = merge.image();
        assertThat(merge.advance()).isTrue();
        assertThat(merge.image()).isGreaterThan(first);
        assertThat(merge.advance()).isTrue();
        assertThat(merge.value()).isEqualTo(7);
        assertThat(merge.segment()).isZero();
        assertThat(merge.advance()).isFalse();
    }

    @Test
    void mergesNoMoreSegmentsThanABatchHas() {
        SegmentedOrder order = new SegmentedOrder(new char[0], 257);

        assertThat(order.merge(new double[0], 0, 256).advance()).isFalse();
        assertThatThrownBy(() -> order.merge(new double[0], 0, 257)).hasMessage("Too many segments to merge: 257");
    }

    @Test
    void negativeZeroIsLeftNowhere() {
        SegmentedOrder order = new SegmentedOrder(new char[] {1, 0, 0}, 2);
        double[] values = {-0.0, -0.0, -0.0};

        order.arrange(values);

        assertThat(Arrays.stream(values).map(zero -> Math.copySign(1, zero)).toArray())
                .containsExactly(1, 1, 1);
    }

    @Test
    void valuesGoToTheirPlaces() {
        double[] values = {10, 11, 12, 13, 14};

        Places.move(values, new int[] {2, 1, 4, 0, 3});

        assertThat(values).containsExactly(13, 11, 10, 14, 12);
    }

    @Test
    void aTallyCountsWhatIsBelow() {
        int[] tree = new int[9];
        Tally first = new Tally(tree, 0, 4);
        Tally second = new Tally(tree, 4, 5);

        first.add(0);
        first.add(3);
        first.add(3);
        second.add(4);
        second.add(1);

        assertThat(first.count()).isEqualTo(3);
        assertThat(first.below(0)).isZero();
        assertThat(first.below(1)).isEqualTo(1);
        assertThat(first.below(3)).isEqualTo(1);
        assertThat(first.below(4)).isEqualTo(3);
        assertThat(second.below(1)).isZero();
        assertThat(second.below(2)).isEqualTo(1);
        assertThat(second.below(5)).isEqualTo(2);
    }
}
