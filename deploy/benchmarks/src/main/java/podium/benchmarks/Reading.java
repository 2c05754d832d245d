package podium.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import podium.benchmarks.scoring.ReadingBenchmark;

/** The reader of prediction files by itself, over files of several shapes. */
final class Reading implements Benchmark {
    @Override
    public String title() {
        return "read prediction files of several shapes, nanoseconds a row";
    }

    @Override
    public String run(PrintStream out) {
        try {
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .include(ReadingBenchmark.class.getSimpleName())
                            .jvmArgs(Scoring.JVM.toArray(String[]::new))
                            .build())
                    .run();
            return results.stream()
                    .map(Reading::figure)
                    .collect(Collectors.joining(",", "{\"benchmark\":\"reading\",", "}"));
        } catch (RunnerException e) {
            throw new IllegalStateException("The benchmark did not run.", e);
        }
    }

    private static String figure(RunResult result) {
        return String.format(
                Locale.ROOT,
                "\"%s_%s_ns\":%.1f",
                result.getPrimaryResult().getLabel(),
                result.getParams().getParam("shape").toLowerCase(Locale.ROOT),
                result.getPrimaryResult().getScore());
    }
}
