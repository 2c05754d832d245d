package podium.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import podium.benchmarks.integrity.IntegrityBenchmark;

/** What it takes to compare files of the Netflix Prize's size among as many teams as it had. */
final class Integrity implements Benchmark {
    @Override
    public String title() {
        return "fingerprint 2.8 million rows, compare with 41,305 teams";
    }

    @Override
    public String run(PrintStream out) {
        try {
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .include(IntegrityBenchmark.class.getSimpleName())
                            .jvmArgs(Scoring.JVM.toArray(String[]::new))
                            .build())
                    .run();
            return results.stream()
                    .map(Integrity::figure)
                    .collect(Collectors.joining(",", "{\"benchmark\":\"integrity\",", "}"));
        } catch (RunnerException e) {
            throw new IllegalStateException("The benchmark did not run.", e);
        }
    }

    private static String figure(RunResult result) {
        return String.format(
                Locale.ROOT,
                "\"%s_us\":%.1f",
                result.getPrimaryResult().getLabel(),
                result.getPrimaryResult().getScore());
    }
}
