package podium.benchmarks.scoring;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import podium.kit.content.ContentCoding;
import podium.scoring.contest.Task;

/**
 * The main class of the process that measures {@code scoring}: rounds in which every contender has its turn, so that what
 * else happens on the machine hits all of them, then medians. The last line it prints is one line of JSON.
 */
public final class ScoringRounds {
    private static final int WARM_UP = 8;
    private static final int MEASURED = 15;
    /** The slow ones. */
    private static final int FEW = 5;

    private static final double TOLERANCE = 1e-9;

    private final List<Contender> contenders = new ArrayList<>();
    private final Map<String, Double> medians = new LinkedHashMap<>();
    private final PrintStream out;

    private ScoringRounds(PrintStream out) {
        this.out = out;
    }

    /**
     * Measures.
     *
     * @param args none
     */
    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory("podium-scoring");
        try {
            new ScoringRounds(System.out).run(directory);
        } finally {
            delete(directory);
        }
    }

    private void run(Path directory) throws Exception {
        NetflixCase netflix = new NetflixCase(directory);
        String python = Pandas.version();
        out.printf(
                "%n%,d rows, %.1f MB; one thread; medians of up to %d rounds after %d to warm up; %s, DuckDB by JDBC%n",
                NetflixCase.ROWS,
                Files.size(netflix.inOrder()) / 1e6,
                MEASURED,
                WARM_UP,
                python.isEmpty() ? "no pandas" : python);
        try (DuckDb duckDb = new DuckDb(netflix.solutionCsv())) {
            enter(netflix, duckDb);
            if (!python.isEmpty()) {
                Pandas pandas = new Pandas(directory, netflix.solutionCsv());
                add("pandas_ms", "pandas and scikit-learn, a process", FEW, () -> pandas.score(netflix.inOrder()));
                measure();
                medians.put("pandas_warm_ms", median(pandas.warm(netflix.inOrder(), FEW)));
            } else {
                measure();
            }
        }
        report();
    }

    private void enter(NetflixCase netflix, DuckDb duckDb) throws SQLException {
        Podium rmse = new Podium(netflix.solution(), Task.Kind.NUMBER, "rmse");
        Podium auc = new Podium(netflix.binarySolution(), Task.Kind.BINARY, "roc-auc");
        Path file = netflix.inOrder();
        add("read_ms", "reading the bytes", MEASURED, () -> Plain.read(file, ContentCoding.IDENTITY));
        add("newlines_ms", "counting the lines", MEASURED, () -> Plain.newlines(file));
        add("sha256_ms", "SHA-256 of the bytes", MEASURED, () -> Plain.digest(file));
        add("rmse_in_order_ms", "Podium, RMSE, in order", MEASURED, () -> rmse.score(file, ContentCoding.IDENTITY));
        add("rmse_shuffled_ms", "Podium, RMSE, shuffled", MEASURED, () ->
                rmse.score(netflix.shuffled(), ContentCoding.IDENTITY));
        add("auc_ms", "Podium, ROC AUC, in order", MEASURED, () -> {
            auc.score(file, ContentCoding.IDENTITY);
            return Double.NaN;
        });
        add("naive_ms", "a plain loop, RMSE, in order", MEASURED, () -> Plain.naive(file, netflix));
        add("gunzip_ms", "inflating gzip", MEASURED, () -> Plain.read(netflix.gzipped(), ContentCoding.GZIP));
        add("gzip_ms", "Podium, RMSE, gzip", MEASURED, () -> rmse.score(netflix.gzipped(), ContentCoding.GZIP));
        add("unzstd_ms", "unpacking zstd", MEASURED, () -> Plain.read(netflix.zstd(), ContentCoding.ZSTD));
        add("zstd_ms", "Podium, RMSE, zstd", MEASURED, () -> rmse.score(netflix.zstd(), ContentCoding.ZSTD));
        add("duckdb_ms", "DuckDB, RMSE, in order", FEW, () -> duckDb.rmse(file));
        add("duckdb_shuffled_ms", "DuckDB, RMSE, shuffled", FEW, () -> duckDb.rmse(netflix.shuffled()));
    }

    private void add(String name, String title, int rounds, Contender.Work work) {
        contenders.add(new Contender(name, title, rounds, work));
    }

    private void measure() throws Exception {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        double agreed = Double.NaN;
        for (int round = -WARM_UP; round < MEASURED; round++) {
            for (Contender contender : contenders) {
                if (!isDue(contender, round)) {
                    continue;
                }
                long begun = System.nanoTime();
                double answer = contender.work().run();
                double millis = (System.nanoTime() - begun) / 1e6;
                agreed = Double.isNaN(agreed) ? answer : agreed;
                if (Math.abs(answer - agreed) > TOLERANCE) {
                    throw new IllegalStateException(contender.title() + " says " + answer + ", not " + agreed);
                }
                if (round >= 0) {
                    times.computeIfAbsent(contender.name(), _ -> new ArrayList<>()).add(millis);
                }
            }
        }
        times.forEach((name, values) -> medians.put(name, median(values.stream().mapToDouble(d -> d).toArray())));
    }

    /** The slow ones have one round to warm up, and then only some, spread over all. */
    private static boolean isDue(Contender contender, int round) {
        if (contender.rounds() == MEASURED) {
            return true;
        }
        return round < 0 ? round == -1 : round % (MEASURED / contender.rounds()) == 0;
    }

    private void report() {
        out.printf(Locale.ROOT, "%n%-36s %10s %14s%n", "", "ms", "of reading");
        for (Contender contender : contenders) {
            row(contender.title(), contender.name());
        }
        row("pandas and scikit-learn, warm", "pandas_warm_ms");
        out.println();
        ratio("DuckDB / Podium, in order", "duckdb_ms", "rmse_in_order_ms");
        ratio("DuckDB / Podium, shuffled", "duckdb_shuffled_ms", "rmse_shuffled_ms");
        ratio("pandas / Podium", "pandas_ms", "rmse_in_order_ms");
        ratio("AUC / RMSE", "auc_ms", "rmse_in_order_ms");
        ratio("gzip / inflating alone", "gzip_ms", "gunzip_ms");
        ratio("zstd / unpacking alone", "zstd_ms", "unzstd_ms");
        List<String> names = new ArrayList<>(contenders.stream().map(Contender::name).toList());
        Stream.of("pandas_ms", "pandas_warm_ms").filter(name -> !names.contains(name)).forEach(names::add);
        out.println();
        out.println(names.stream()
                .map(name -> '"' + name + "\":" + number(medians.get(name)))
                .collect(Collectors.joining(",", "{\"benchmark\":\"scoring\",", ",\"rows\":" + NetflixCase.ROWS + "}")));
    }

    private void row(String title, String name) {
        Double median = medians.get(name);
        if (median != null) {
            out.printf(Locale.ROOT, "%-36s %10.1f %14.1f%n", title, median, median / medians.get("read_ms"));
        }
    }

    private void ratio(String title, String of, String to) {
        Double dividend = medians.get(of);
        if (dividend != null) {
            out.printf(Locale.ROOT, "%-36s %10.2f%n", title, dividend / medians.get(to));
        }
    }

    private static String number(@Nullable Double value) {
        return value == null ? "null" : String.format(Locale.ROOT, "%.1f", value);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
