package podium.benchmarks.privacy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import podium.scoring.anonymization.Column;
import podium.scoring.lint.LeakLints;
import podium.scoring.lint.LintResult;
import podium.scoring.lint.LintedTable;
import podium.scoring.stage.Progress;

/**
 * The main class of the process that measures {@code lints}. A third each of the columns are categories of 2 to 50 values, whole
 * numbers of up to 10,000 values, and numbers of up to 100,000; the label of two classes goes with some of them.
 */
public final class LintsRun {
    private static final int[] VALUES = {2, 500, 100_000, 8, 10_000, 30_000, 50, 100, 60_000};
    private static final String[] STEPS = {
        "order", "missingness", "single_column", "duplicates", "train_test", "time", "sample"
    };

    private LintsRun() {}

    /**
     * Measures.
     *
     * @param args {@code --rows N --columns N}
     */
    public static void main(String[] args) throws IOException {
        int rows = argument(args, "--rows", 1_000_000);
        int columns = argument(args, "--columns", 30);
        LintedTable table = table(rows, columns);
        Clock clock = new Clock();

        List<LintResult> results = LeakLints.of(table, 1, clock);

        System.out.println();
        StringBuilder json = new StringBuilder(
                String.format(Locale.ROOT, "{\"benchmark\":\"lints\",\"rows\":%d,\"columns\":%d", rows, columns));
        for (int step = 0; step < STEPS.length; step++) {
            double seconds = clock.seconds.get(step);
            System.out.printf(Locale.ROOT, "%-16s %8.1f s%n", STEPS[step], seconds);
            json.append(String.format(Locale.ROOT, ",\"%s_s\":%.1f", STEPS[step], seconds));
        }
        results.forEach(result -> System.out.printf("%-16s %s%n", result.id(), result.message()));
        System.out.printf(
                Locale.ROOT,
                "%s,\"all_s\":%.1f,\"processor_s\":%.1f,\"peak_mb\":%d}%n",
                json,
                clock.seconds.stream().mapToDouble(s -> s).sum(),
                ProcessUse.processorTime().minus(clock.processorBefore).toNanos() / 1e9,
                ProcessUse.peakMegabytes());
    }

    private static int argument(String[] args, String name, int otherwise) {
        int at = List.of(args).indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(args[at + 1].replace("_", ""));
    }

    private static LintedTable table(int rows, int columns) {
        List<Column> made = new ArrayList<>();
        double[] tendency = new double[rows];
        for (int c = 0; c < columns; c++) {
            SplittableRandom random = new SplittableRandom(c);
            Column.Builder builder = new Column.Builder("c" + c);
            int values = VALUES[c % VALUES.length];
            for (int row = 0; row < rows; row++) {
                double place = random.nextDouble();
                tendency[row] += c % 4 == 0 ? place - 0.5 : 0;
                int value = (int) (place * place * values);
                builder.add(random.nextInt(50) == 0 ? "" : values <= 50 ? "v" + value : Integer.toString(value));
            }
            made.add(builder.build());
        }
        SplittableRandom random = new SplittableRandom(-1);
        Column.Builder label = new Column.Builder("label");
        IntStream.range(0, rows).forEach(row -> label.add(tendency[row] + random.nextDouble() > 0.5 ? "yes" : "no"));
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        int[] ids = new int[rows];
        IntStream.range(0, rows).forEach(place -> ids[order[place]] = place + 1);
        int[] train = IntStream.of(order).filter(row -> row % 10 < 7).toArray();
        int[] test = IntStream.of(order).filter(row -> row % 10 >= 7).toArray();
        return new LintedTable(made, made, label.build(), false, train, test, ids, null, new double[test.length]);
    }

    /** Notes when each lint was done. */
    private static final class Clock implements Progress {
        private final List<Double> seconds = new ArrayList<>();
        private final Duration processorBefore = ProcessUse.processorTime();
        private long last;

        @Override
        public void begin(String stage, long total) {
            last = System.nanoTime();
        }

        @Override
        public void advance(long done) {
            long now = System.nanoTime();
            seconds.add((now - last) / 1e9);
            last = now;
        }
    }
}
