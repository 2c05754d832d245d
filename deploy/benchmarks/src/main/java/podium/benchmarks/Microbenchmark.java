package podium.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * A class of JMH benchmarks, all of them, in a JVM of its own.
 *
 * @param name its name at the door
 * @param title what it measures
 * @param type the class
 * @param unit of its figures, such as {@code ns}
 */
record Microbenchmark(String name, String title, Class<?> type, String unit) implements Benchmark {
    @Override
    public String run(PrintStream out, List<String> args) {
        try {
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .include(type.getName())
                            .jvmArgs(Scoring.JVM.toArray(String[]::new))
                            .build())
                    .run();
            return results.stream()
                    .map(this::figure)
                    .collect(Collectors.joining(",", "{\"benchmark\":\"" + name + "\",", "}"));
        } catch (RunnerException e) {
            throw new IllegalStateException("The benchmark did not run.", e);
        }
    }

    /** Named by the method, the values of its parameters and the unit. */
    private String figure(RunResult result) {
        StringBuilder figure =
                new StringBuilder("\"").append(result.getPrimaryResult().getLabel());
        for (String parameter : result.getParams().getParamsKeys()) {
            figure.append('_')
                    .append(result.getParams()
                            .getParam(parameter)
                            .toLowerCase(Locale.ROOT)
                            .replace('-', '_'));
        }
        return figure.append('_')
                .append(unit)
                .append(String.format(
                        Locale.ROOT, "\":%.1f", result.getPrimaryResult().getScore()))
                .toString();
    }
}
