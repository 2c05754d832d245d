package podium.benchmarks;

import java.util.Map;

/** The one door to the benchmarks: {@code deploy/bench NAME}. The last line of the output is one line of JSON. */
public final class Bench {
    private static final Map<String, Benchmark> BENCHMARKS = Map.of(
            "integrity", new Integrity(),
            "latency", new Latency(),
            "reading", new Reading(),
            "rescore", new Rescore(),
            "scoring", new Scoring());

    private Bench() {}

    /**
     * Runs a benchmark.
     *
     * @param args its name
     */
    public static void main(String[] args) {
        Benchmark benchmark = args.length == 1 ? BENCHMARKS.get(args[0]) : null;
        if (benchmark == null) {
            System.err.println("usage: deploy/bench NAME, where NAME is one of");
            BENCHMARKS.forEach((name, known) -> System.err.printf("  %-10s %s%n", name, known.title()));
            System.exit(2);
        } else {
            String json = benchmark.run(System.out);
            System.out.println(json);
            System.exit(0);
        }
    }
}
