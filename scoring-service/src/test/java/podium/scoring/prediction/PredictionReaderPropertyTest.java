package podium.scoring.prediction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

    @Property(tries = 300)
    void neitherOrderNorSpellingNorPiecesOfTheStreamMatter(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 800) int rows) throws IOException {
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

        PredictionReading reading = new PredictionReader(FORMAT, solution.ids(), random.nextInt(64, 2000))
                .read(new Dribble(file.toString().getBytes(UTF_8), random));

        assertThat(PredictionReaderTest.numbers(reading)).containsExactly(values);
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
}
