package podium.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures in a JVM of its own, with both compilers and the heap that the benchmark needs. */
final class ChildJvm {
    private ChildJvm() {}

    /**
     * Runs a main class of this class path.
     *
     * @param options of the JVM
     * @param out where all lines but the last go
     * @return the last line
     */
    static String run(List<String> options, Class<?> main, List<String> args, PrintStream out) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(args);
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
