package podium.scoring.prediction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import podium.kit.content.ContentCoding;
import podium.scoring.holdout.RowIds;
import podium.scoring.metric.Bounds;
import podium.scoring.metric.Values;

/**
 * Reads a file in a JVM of its own, whose heap the test has made small: a main class with the file, its coding, its rows and
 * a small file of the same coding with one row. Prints the sum of the predictions, and by how many KiB the process grew
 * outside its heap.
 */
final class SmallHeap {
    private SmallHeap() {}

    public static void main(String[] args) throws IOException {
        ContentCoding coding = ContentCoding.valueOf(args[1]);
        int rows = Integer.parseInt(args[2]);
        // The truth, which is there before any job is.
        double[] labels = new double[rows];
        RowIds ids = RowIds.of(IntStream.rangeClosed(1, rows).toArray());
        // Classes and libraries are loaded once, whatever the number of jobs.
        sum(Path.of(args[3]), coding, RowIds.of(1));
        long before = status("VmRSS");

        double sum = sum(Path.of(args[0]), coding, ids);

        System.out.println(sum + labels[0] + " " + (status("VmHWM") - before));
    }

    private static double sum(Path file, ContentCoding coding, RowIds ids) throws IOException {
        PredictionFormat format =
                new PredictionFormat("prediction", new PredictionFormat.Numbers(Bounds.WIDEST, false), 1L << 30);
        try (InputStream in = Files.newInputStream(file)) {
            return switch (new PredictionReader(format, ids).read(in, coding)) {
                case PredictionReading.Complete(Values.Numbers(double[] values)) -> {
                    double sum = 0;
                    for (double value : values) {
                        sum += value;
                    }
                    yield sum;
                }
                case PredictionReading reading -> throw new IllegalStateException(reading.toString());
            };
        }
    }

    /** A line of /proc/self/status, in KiB. */
    private static long status(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
