package podium.scoring.metric.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sort against the one of the JDK, over lengths on both sides of every limit and values of several shapes. */
class SortingTest {

    static Stream<Arguments> shapes() {
        Random random = new Random(7);
        DoubleSupplier anything = () -> Double.longBitsToDouble(random.nextLong() & ~(1L << 62));
        DoubleSupplier probabilities = random::nextDouble;
        DoubleSupplier few = () -> random.nextInt(3) - 1;
        DoubleSupplier close = () -> 1 + random.nextInt(1000) * 0x1p-52;
        DoubleSupplier signed = random::nextGaussian;
        // a crowd, and a few that are far away
        DoubleSupplier crowded = () -> random.nextInt(100) == 0 ? random.nextDouble() : 1e-9 * random.nextInt(1 << 20);
        return IntStream.of(0, 1, 2, 24, 25, 255, 256, 257, 30_000).boxed().flatMap(length -> Stream.of(
                        anything, probabilities, few, close, signed, crowded)
                .map(draw -> Arguments.of(
                        length,
                        IntStream.range(0, length)
                                .mapToDouble(_ -> draw.getAsDouble() + 0.0)
                                .toArray())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void byLowDigits(int length, double[] values) {
        double[] framed = framed(values);
        double[] expected = framed.clone();
        Arrays.sort(expected, 1, length + 1);

        new RadixSort(length).sort(framed, 1, length + 1);

        assertThat(framed).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void pairsByHighDigits(int length, double[] values) {
        double[] framed = framed(values);
        double[] original = framed.clone();
        double[] expected = framed.clone();
        Arrays.sort(expected, 1, length + 1);
        int[] index = IntStream.range(0, framed.length).toArray();

        new PairSort().sort(framed, index, 1, length + 1);

        assertThat(framed).isEqualTo(expected);
        assertThat(Arrays.stream(index).mapToDouble(i -> original[i]).toArray()).isEqualTo(expected);
        assertThat(Arrays.stream(index).sorted().toArray())
                .isEqualTo(IntStream.range(0, framed.length).toArray());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void segmentsAreMerged(int length, double[] values) {
        for (int segments : new int[] {1, 2, 7, 128}) {
            // Uneven: most rows are in the last segments.
            Random random = new Random(segments);
            char[] segmentOfRow = new char[length];
            for (int row = 0; row < length; row++) {
                segmentOfRow[row] = (char) (segments - 1 - (int) (segments * Math.pow(random.nextDouble(), 3)));
            }
            SegmentedOrder order = new SegmentedOrder(segmentOfRow, segments);
            double[] arranged = values.clone();

            order.arrange(arranged);

            check(order.merge(arranged, 0, segments), values, segmentOfRow);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void segmentsThatFollowEachOtherAreMerged(int length, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        char[] segmentOfRow = new char[length];
        for (int row = 0; row < length; row++) {
            segmentOfRow[row] = (char) (row * 5L / length);
        }
        SegmentedOrder order = new SegmentedOrder(segmentOfRow, 5);
        double[] arranged = sorted.clone();

        order.arrange(arranged);

        check(order.merge(arranged, 0, 5), sorted, segmentOfRow);
    }

    private static void check(Merge merge, double[] values, char[] segmentOfRow) {
        int[] rows = IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> values[a] == values[b]
                        ? Character.compare(segmentOfRow[a], segmentOfRow[b])
                        : Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] merged = new double[values.length];
        int[] segments = new int[values.length];
        for (int i = 0; i < merged.length; i++) {
            assertThat(merge.advance()).isTrue();
            merged[i] = merge.value();
            segments[i] = merge.segment();
        }
        assertThat(merge.advance()).isFalse();
        assertThat(merge.advance()).isFalse();
        assertThat(merged)
                .isEqualTo(Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
        assertThat(segments)
                .isEqualTo(Arrays.stream(rows).map(row -> segmentOfRow[row]).toArray());
    }

    private static double[] framed(double[] values) {
        double[] framed = new double[values.length + 2];
        System.arraycopy(values, 0, framed, 1, values.length);
        framed[0] = 5;
        framed[values.length + 1] = -5;
        return framed;
    }
}
