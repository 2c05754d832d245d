package podium.benchmarks.privacy;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import podium.scoring.anonymization.Column;
import podium.scoring.anonymization.Hierarchy;
import podium.scoring.anonymization.HierarchyReading;
import podium.scoring.anonymization.LatticeSearch;
import podium.scoring.anonymization.LossMeasure;
import podium.scoring.anonymization.PrivacyModels;
import podium.scoring.stage.Progress;

/**
 * The main class of the process that measures {@code lattice}: the optimum of the census extract of the literature with 8 and 9
 * quasi-identifiers, for k = 5 and 11, limits of suppression of 0, 2 and 5 % and every loss. Medians of warm rounds, by the clock
 * and as time of the one thread's processor; reading the file is not part of them, everything from columns to the optimum is.
 */
public final class LatticeRun {
    private static final List<String> NAMES = List.of(
            "sex",
            "age",
            "race",
            "marital-status",
            "education",
            "native-country",
            "workclass",
            "occupation",
            "salary-class");
    private static final int EIGHT = 8;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 3;

    private final List<Column> columns = new ArrayList<>();
    private final List<Hierarchy> hierarchies = new ArrayList<>();
    private final StringBuilder json = new StringBuilder("{\"benchmark\":\"lattice\"");

    private LatticeRun(Path data) throws IOException {
        List<List<String>> rows = lines(data.resolve("adult.csv"));
        for (String name : NAMES) {
            int index = rows.getFirst().indexOf(name);
            columns.add(Column.of(
                    name, rows.stream().skip(1).map(row -> row.get(index)).toList()));
            hierarchies.add(
                    switch (Hierarchy.read(lines(data.resolve("adult-hierarchies/" + name + ".csv")))) {
                        case HierarchyReading.Read(Hierarchy hierarchy) -> hierarchy;
                        case HierarchyReading.Flawed flawed -> throw new IllegalArgumentException(flawed.toString());
                    });
        }
    }

    /**
     * Measures.
     *
     * @param args {@code --data DIRECTORY}, with adult.csv and adult-hierarchies
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2 || !args[0].equals("--data")) {
            throw new IllegalArgumentException("usage: --data DIRECTORY");
        }
        Path data = Path.of(args[1]);
        if (!Files.isReadable(data.resolve("adult.csv"))) {
            throw new IllegalArgumentException(
                    "There is no adult.csv in " + data.toAbsolutePath() + "; say --data DIRECTORY");
        }
        new LatticeRun(data).measure(System.out);
    }

    private void measure(PrintStream out) {
        out.printf("%n%-40s %8s %9s %8s %8s %12s%n", "", "ms", "processor", "nodes", "looked", "loss");
        for (int width : new int[] {EIGHT, NAMES.size()}) {
            for (LossMeasure measure : LossMeasure.values()) {
                for (int k : new int[] {5, 11}) {
                    for (String limit : List.of("0", "0.02", "0.05")) {
                        measure(out, width, measure, new PrivacyModels(k, new BigDecimal(limit)));
                    }
                }
            }
        }
        out.println(json.append('}'));
    }

    private void measure(PrintStream out, int width, LossMeasure measure, PrivacyModels models) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] milliseconds = new double[ROUNDS];
        double[] processor = new double[ROUNDS];
        LatticeSearch.Result result = search(width, measure, models);
        for (int round = 1 - WARM_UP; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            long before = threads.getCurrentThreadCpuTime();
            result = search(width, measure, models);
            milliseconds[Math.max(0, round)] = (System.nanoTime() - begun) / 1e6;
            processor[Math.max(0, round)] = (threads.getCurrentThreadCpuTime() - before) / 1e6;
        }
        Arrays.sort(milliseconds);
        Arrays.sort(processor);
        String name = String.format(
                Locale.ROOT,
                "%d_%s_k%d_%s",
                width,
                measure.name().toLowerCase(Locale.ROOT),
                models.k(),
                models.suppressionLimit().movePointRight(2).toBigInteger());
        out.printf(
                Locale.ROOT,
                "%-40s %8.0f %9.0f %8d %8d %12.6g%n",
                name,
                milliseconds[ROUNDS / 2],
                processor[ROUNDS / 2],
                result.nodes(),
                result.checked(),
                result.optimum().orElseThrow().loss());
        json.append(String.format(
                Locale.ROOT,
                ",\"%s_ms\":%.0f,\"%s_processor_ms\":%.0f",
                name,
                milliseconds[ROUNDS / 2],
                name,
                processor[ROUNDS / 2]));
    }

    private LatticeSearch.Result search(int width, LossMeasure measure, PrivacyModels models) {
        return new LatticeSearch(
                        columns.getFirst().rows(),
                        columns.subList(0, width),
                        hierarchies.subList(0, width),
                        List.of(),
                        models,
                        measure,
                        Progress.NONE)
                .search();
    }

    private static List<List<String>> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> List.of(line.split(";", -1)))
                .toList();
    }
}
