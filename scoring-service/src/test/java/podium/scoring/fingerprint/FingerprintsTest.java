package podium.scoring.fingerprint;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podium.scoring.metric.Values;

class FingerprintsTest {
    private static final byte[] KEY = new byte[32];

    @Test
    void theDigestIsThatOfTheCanonicalForm() throws NoSuchAlgorithmException {
        byte[] header = "numbers 3 1\n".getBytes(US_ASCII);
        ByteBuffer canonical = ByteBuffer.allocate(header.length + 24)
                .put(header)
                .putLong(0x3FF8000000000000L) // 1.5
                .putLong(0) // 0 however it is signed
                .putLong(0xC000000000000000L); // -2
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.array()));

        assertThat(of(new Values.Numbers(new double[] {1.5, -0.0, -2})).sha256())
                .isEqualTo(expected);
        assertThat(of(new Values.Numbers(new double[] {1.5, 0.0, -2})).sha256()).isEqualTo(expected);
    }

    @Test
    void whatIsDifferentHasAnotherDigest() {
        assertThat(IntStream.range(0, 7).mapToObj(FingerprintsTest::different).map(v -> of(v).sha256()))
                .doesNotHaveDuplicates();
    }

    private static Values different(int which) {
        return switch (which) {
            case 0 -> new Values.Numbers(new double[] {1, 2});
            case 1 -> new Values.Numbers(new double[] {2, 1});
            case 2 -> new Values.Table(new double[] {1, 2, 0, 0}, 2);
            case 3 -> new Values.Codes(new int[] {1, 2});
            case 4 -> new Values.Lists(new int[] {0, 1, 2}, new int[] {1, 2});
            case 5 -> new Values.Lists(new int[] {0, 2, 2}, new int[] {1, 2});
            default -> new Values.Numbers(new double[] {1, Math.nextUp(2)});
        };
    }

    @Test
    void aLargeFileIsDigestedWhole() {
        double[] file = new SplittableRandom(1).doubles(10_000).toArray();
        double[] other = file.clone();
        other[9_999] = 2;

        assertThat(of(new Values.Numbers(other)).sha256())
                .isNotEqualTo(of(new Values.Numbers(file)).sha256());
    }

    @Test
    void theSampleIsTheSameForOneKeyAndAnotherForAnother() {
        byte[] otherKey = KEY.clone();
        otherKey[31] = 1;
        int[] rows = rows(new SampledCells(KEY, 1_000_000));

        assertThat(rows).hasSize(4096).doesNotHaveDuplicates();
        assertThat(Arrays.stream(rows)).allMatch(row -> row >= 0 && row < 1_000_000);
        assertThat(rows(new SampledCells(KEY, 1_000_000))).isEqualTo(rows);
        assertThat(Arrays.stream(rows(new SampledCells(otherKey, 1_000_000)))
                        .filter(row -> Arrays.stream(rows).anyMatch(r -> r == row)))
                .hasSizeLessThan(50);
    }

    @Test
    void theSampleIsUniformAndSoAreItsFirstCells() {
        int[] rows = rows(new SampledCells(KEY, 1_000_000));

        // Standard deviations: 64 tenths of 4096 have 19 each, of 256 the mean of a uniform one has 18,000.
        for (int tenth = 0; tenth < 10; tenth++) {
            int from = tenth * 100_000;
            assertThat(Arrays.stream(rows).filter(row -> row >= from && row < from + 100_000))
                    .hasSizeBetween(410 - 95, 410 + 95);
        }
        assertThat(Arrays.stream(rows).limit(256).average().orElseThrow()).isBetween(410_000.0, 590_000.0);
    }

    @Test
    void allRowsOfASmallFileAreSampled() {
        assertThat(rows(new SampledCells(KEY, 5))).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    @Test
    void rowsThatAreNotTheConstantAreABlockIfTheyLieTogether() {
        double[] file = new double[1000];
        Arrays.fill(file, 0.5);
        assertThat(block(file)).isEqualTo(new Block(0, -1, -1));
        for (int i = 300; i < 310; i++) {
            file[i] = i;
        }

        assertThat(block(file)).isEqualTo(new Block(10, 300, 309));
        assertThat(block(file).together(1000)).isTrue();
        // 10 (.01)^9 - 9 (.01)^10 is far from chance, two rows within 100 of 1000 are not: .19
        assertThat(new Block(2, 0, 99).together(1000)).isFalse();
        assertThat(new Block(1, 5, 5).together(1000)).isFalse();
    }

    @Test
    void rarePositivesInKeyedOrderAreNoBlock() {
        SplittableRandom random = new SplittableRandom(3);
        for (int file = 0; file < 2000; file++) {
            double[] predictions = new double[1000];
            for (int positive = 0; positive < 2 + file % 20; positive++) {
                predictions[random.nextInt(1000)] = 1;
            }
            assertThat(block(predictions).together(1000)).isFalse();
        }
    }

    @Test
    void aFileOfManyValuesHasNoConstant() {
        assertThat(of(new Values.Codes(new int[] {1, 1, 2, 3})).block()).isNull();
        assertThat(of(new Values.Table(new double[] {1, 2, 1, 2, 1, 3}, 2)).block())
                .isEqualTo(new Block(1, 2, 2));
    }

    @Test
    void fewChangedRowsAreAQuestion() {
        double[] earlier = new SplittableRandom(5).doubles(100_000).toArray();
        SampledCells sample = new SampledCells(KEY, earlier.length);

        assertThat(small(sample, earlier, 900)).isTrue();
        assertThat(small(sample, earlier, 0)).as("the exact figure decides").isTrue();
        assertThat(small(sample, earlier, 5000)).isFalse();
        assertThat(OwnChange.small(999, 100_000)).isTrue();
        assertThat(OwnChange.small(1000, 100_000)).isFalse();
        assertThat(OwnChange.small(0, 100_000)).isFalse();
    }

    private static boolean small(SampledCells sample, double[] earlier, int changes) {
        double[] later = earlier.clone();
        for (int i = 0; i < changes; i++) {
            later[i * 17] = 2;
        }
        return OwnChange.maybeSmall(
                sample.of(new Values.Numbers(later)), sample.of(new Values.Numbers(earlier)), earlier.length);
    }

    @Test
    void theIntervalOfAShareIsWilsons() {
        Share share = new Share(10, 100, false);

        // (p + z^2/2n -+ z sqrt(p q / n + z^2 / 4n^2)) / (1 + z^2/n) at z = 1.96
        assertThat(share.atLeast(1.96)).isBetween(0.0552, 0.0553);
        assertThat(share.atMost(1.96)).isBetween(0.1743, 0.1744);
        assertThat(new Share(10, 100, true).atMost(1.96)).isEqualTo(0.1);
    }

    @Test
    void theIntervalOfACorrelationIsFishers() {
        ResidualCorrelation correlation = new ResidualCorrelation(0.99, 4096, 9);

        // tanh(atanh(.99) -+ 2.576 / sqrt(4093))
        assertThat(correlation.atLeast(2.576)).isBetween(0.98915, 0.98918);
        assertThat(correlation.atMost(2.576)).isBetween(0.99076, 0.99079);
    }

    private static int[] rows(SampledCells sample) {
        return IntStream.range(0, sample.size()).map(sample::row).toArray();
    }

    private static Block block(double[] file) {
        return requireNonNull(of(new Values.Numbers(file)).block());
    }

    private static Fingerprint of(Values values) {
        return new Fingerprints(new SampledCells(KEY, values.rows())).of(values);
    }
}
