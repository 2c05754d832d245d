package podium.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import podium.benchmarks.scoring.ScoringRounds;

/**
 * Reading and scoring of a file of the Netflix Prize's size, on one thread, beside DuckDB, pandas with scikit-learn, a plain
 * loop and the mere reading of the bytes. In a JVM of its own, because this one runs without the second compiler.
 */
final class Scoring implements Benchmark {
    /** One collector thread and one heap for all: nothing here depends on how large it is. */
    static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-Xms1500m", "-Xmx1500m", "--enable-native-access=ALL-UNNAMED");

    @Override
    public String title() {
        return "read and score 2.8 million rows, one thread, beside others";
    }

    @Override
    public String run(PrintStream out) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ScoringRounds.class.getName()));
        try {
            Process child = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String last = "";
            try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    out.println(last);
                    last = line;
                }
            }
            if (child.waitFor() != 0) {
                throw new IllegalStateException("The measuring process ended with " + child.exitValue() + ".");
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", e);
        }
    }
}
