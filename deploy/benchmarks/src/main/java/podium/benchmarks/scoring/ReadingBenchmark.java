package podium.benchmarks.scoring;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import podium.scoring.holdout.RowIds;
import podium.scoring.metric.Bounds;
import podium.scoring.prediction.PredictionFormat;
import podium.scoring.prediction.PredictionReader;
import podium.scoring.prediction.PredictionReading;

/** Nanoseconds a row, for the shapes that files have; the bytes are in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadingBenchmark {
    private static final int ROWS = 300_000;
    private static final int CLASSES = 10;
    private static final long SEED = 20_061_002;

    /** How a file looks. */
    public enum Shape {
        /** Ids that are numbers, in order, four decimals. */
        IN_ORDER,
        /** The same in another order. */
        SHUFFLED,
        /** As programs write doubles: 16 or 17 digits. */
        SEVENTEEN_DIGITS,
        /** Ids such as user-1234567. */
        TEXT_IDS,
        /** These in another order. */
        TEXT_IDS_SHUFFLED,
        /** Quotes around everything. */
        QUOTED,
        /** Ten probabilities a row. */
        TEN_CLASSES
    }

    @Param
    Shape shape;

    private PredictionReader reader;
    private byte[] file;

    /** Makes the file. */
    @Setup
    public void makeFile() {
        Random random = new Random(SEED);
        boolean text = shape == Shape.TEXT_IDS || shape == Shape.TEXT_IDS_SHUFFLED;
        List<String> ids = IntStream.range(0, ROWS)
                .mapToObj(row -> text ? "user-" + (1_000_000 + row) : Integer.toString(row + 1))
                .toList();
        List<String> columns = shape == Shape.TEN_CLASSES
                ? IntStream.range(0, CLASSES).mapToObj(i -> "class" + i).toList()
                : List.of("prediction");
        PredictionFormat.Numbers number = new PredictionFormat.Numbers(Bounds.WIDEST, false);
        PredictionFormat format = new PredictionFormat(
                columns, columns.size() > 1 ? new PredictionFormat.Table(number) : number, 1L << 30);
        reader = new PredictionReader(format, RowIds.of(ids));
        List<String> lines = new ArrayList<>();
        for (String id : ids) {
            lines.add(columns.stream().map(_ -> written(random)).collect(Collectors.joining(",", quoted(id) + ",", "\n")));
        }
        if (shape == Shape.SHUFFLED || shape == Shape.TEXT_IDS_SHUFFLED) {
            Collections.shuffle(lines, random);
        }
        file = (format.header() + "\n" + String.join("", lines)).getBytes(StandardCharsets.US_ASCII);
    }

    private String written(Random random) {
        double value = random.nextDouble(1, 5);
        return quoted(
                shape == Shape.SEVENTEEN_DIGITS
                        ? Double.toString(value)
                        : String.format(Locale.ROOT, "%.4f", value));
    }

    private String quoted(String field) {
        return shape == Shape.QUOTED ? '"' + field + '"' : field;
    }

    /** Reads the file. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public PredictionReading read() throws IOException {
        PredictionReading reading = reader.read(new ByteArrayInputStream(file));
        if (reading instanceof PredictionReading.Complete) {
            return reading;
        }
        throw new IllegalStateException(reading.toString());
    }
}
