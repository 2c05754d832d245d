package podium.scoring.prediction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import podium.scoring.holdout.Solution;
import podium.scoring.metric.Bounds;

/** What holds for all files, drawn from a seed. */
class PredictionReaderPropertyTest {
    private static final PredictionFormat FORMAT =
            new PredictionFormat("y", new PredictionFormat.Numbers(Bounds.WIDEST, false), 10_000_000);

    @Property(tries = 200)
    void neitherOrderNorSpellingNorPiecesOfTheStreamMatter(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12_000) int rows) throws IOException {
        Random random = new Random(seed);
        int[] ids = IntStream.rangeClosed(1, rows).map(i -> 3 * i).toArray();
        Solution solution = PredictionReaderTest.solution(ids);
        double[] values = random.doubles(rows, -1000, 1000).toArray();
        List<Integer> order = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
        if (random.nextBoolean()) {
            Collections.shuffle(order, random);
        }
        StringBuilder file = new StringBuilder("id,y\n");
        for (int row : order) {
            file.append(written(ids[row], values[row], random));
        }

        PredictionReading reading = new PredictionReader(FORMAT, solution)
                .read(new Dribble(file.toString().getBytes(UTF_8), random));

        assertThat(PredictionReaderTest.numbers(reading)).containsExactly(values);
    }

    /** A file with one byte changed is read, or refused with its reasons; the reader does not fail otherwise. */
    @Property(tries = 2000)
    void aDamagedFileIsCompleteOrHasReasons(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Solution solution = PredictionReaderTest.solution(12, 7, 30, 4);
        byte[] file = "id,y\n12,0.25\n7,-1e-3\n\"30\",4\r\n4,17\n".getBytes(UTF_8);
        for (int i = random.nextInt(3); i >= 0; i--) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }

        switch (new PredictionReader(FORMAT, solution).read(new Dribble(file, random))) {
            case PredictionReading.Complete complete ->
                assertThat(complete.predictions().rows()).isEqualTo(4);
            case PredictionReading.Malformed malformed -> {
                assertThat(malformed.problems()).isNotEmpty().hasSizeLessThanOrEqualTo(20);
                assertThat(malformed.counts()).isNotEmpty();
            }
        }
    }

    private static String written(int id, double value, Random random) {
        String number = Double.toString(value);
        return switch (random.nextInt(8)) {
            case 0 -> "\"" + id + "\"," + number + "\n";
            case 1 -> id + ",\"" + number + "\"\r\n";
            case 2 -> id + ", " + number + "\n\n";
            default -> id + "," + number + "\n";
        };
    }

    /** A stream that gives as few bytes as it likes at a time. */
    private static final class Dribble extends InputStream {
        private final ByteArrayInputStream bytes;
        private final Random random;

        Dribble(byte[] bytes, Random random) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.random = random;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, Math.min(length, 1 + random.nextInt(5000)));
        }
    }
}
