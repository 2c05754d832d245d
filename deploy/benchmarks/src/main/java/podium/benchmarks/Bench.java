package podium.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import podium.benchmarks.integrity.IntegrityBenchmark;
import podium.benchmarks.scoring.KernelBenchmark;
import podium.benchmarks.scoring.ReadingBenchmark;

/** The one door to the benchmarks: {@code deploy/bench NAME}. The last line of the output is one line of JSON. */
public final class Bench {
    private static final Map<String, Benchmark> BENCHMARKS = new TreeMap<>(Map.of(
            "integrity",
            new Microbenchmark(
                    "integrity",
                    "fingerprint 2.8 million rows, compare with 41,305 teams, microseconds",
                    IntegrityBenchmark.class,
                    "us"),
            "kernels",
            new Microbenchmark(
                    "kernels",
                    "score with each metric, without any file, nanoseconds a row",
                    KernelBenchmark.class,
                    "ns"),
            "latency",
            new Latency(),
            "lattice",
            new Lattice(),
            "lints",
            new Lints(),
            "privacy",
            new Privacy(),
            "reading",
            new Microbenchmark(
                    "reading",
                    "read prediction files of several shapes, nanoseconds a row",
                    ReadingBenchmark.class,
                    "ns"),
            "rescore",
            new Rescoring(),
            "scoring",
            new Scoring()));

    private Bench() {}

    /**
     * Runs a benchmark.
     *
     * @param args its name, and what it takes
     */
    public static void main(String[] args) {
        Benchmark benchmark = args.length > 0 ? BENCHMARKS.get(args[0]) : null;
        if (benchmark == null) {
            System.err.println("usage: deploy/bench NAME, where NAME is one of");
            BENCHMARKS.forEach((name, known) -> System.err.printf("  %-10s %s%n", name, known.title()));
            System.exit(2);
        } else {
            String json = benchmark.run(System.out, List.of(args).subList(1, args.length));
            System.out.println(json);
            System.exit(0);
        }
    }
}
