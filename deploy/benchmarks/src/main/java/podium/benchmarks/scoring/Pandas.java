package podium.benchmarks.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The script that hosts of other platforms run: pandas and scikit-learn. */
final class Pandas {
    private static final String PYTHON = "python3";

    private final Path script;
    private final Path solution;

    Pandas(Path directory, Path solution) throws IOException {
        this.script = directory.resolve("score.py");
        this.solution = solution;
        try (InputStream in = Objects.requireNonNull(Pandas.class.getResourceAsStream("score.py"), "score.py")) {
            Files.copy(in, script);
        }
    }

    /** Whether it is there, and which version. */
    static String version() throws IOException, InterruptedException {
        try {
            return run(List.of(
                    PYTHON, "-c", "import pandas, sklearn; print('pandas', pandas.__version__, 'scikit-learn', sklearn.__version__)"));
        } catch (IOException | IllegalStateException _) {
            return "";
        }
    }

    /** The score on the public part, by a process that starts, reads both files and ends. */
    double score(Path file) throws IOException, InterruptedException {
        return Double.parseDouble(run(List.of(PYTHON, script.toString(), solution.toString(), file.toString())));
    }

    /** The milliseconds of each of some scorings within one process that has the solution already; reading included. */
    double[] warm(Path file, int times) throws IOException, InterruptedException {
        String output = run(List.of(
                PYTHON, script.toString(), solution.toString(), file.toString(), Integer.toString(times)));
        return Arrays.stream(output.split("\\s+")).mapToDouble(Double::parseDouble).toArray();
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        // Libraries below it would take more threads than the others have.
        Stream.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS").forEach(name -> builder.environment().put(name, "1"));
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " ended with " + process.exitValue());
        }
        return output;
    }
}
