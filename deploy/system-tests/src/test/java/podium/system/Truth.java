package podium.system;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.local.platform.Platform;
import podium.local.practice.PracticeContest;
import podium.local.practice.TestRows;

/**
 * Scores computed without Podium: labels by the rule that made the practice data, the public rows read from the vault of a
 * platform on this machine, RMSE in a dozen lines.
 */
final class Truth {
    private static final String HEADER = "id,label,part,block";

    private final Map<String, Double> labels;
    private final Set<String> publicIds;

    private Truth(Map<String, Double> labels, Set<String> publicIds) {
        this.labels = labels;
        this.publicIds = publicIds;
    }

    static Truth of(PracticeContest contest, Platform platform) {
        Map<String, Double> labels =
                contest.testRows().rows().stream().collect(Collectors.toMap(TestRows.Row::id, TestRows.Row::label));
        List<List<String>> solutions = solutionsWith(platform.home().resolve("stores/vault"), labels.keySet(), labels);
        if (solutions.size() != 1) {
            throw new IllegalStateException(solutions.size() + " files of the vault look like the solution.");
        }
        Set<String> publicIds = solutions.getFirst().stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[2].equals("public"))
                .map(cells -> cells[0])
                .collect(Collectors.toSet());
        return new Truth(labels, publicIds);
    }

    /** Several contests have solutions in one vault; ids are dense numbers in each, so the labels tell which is which. */
    private static List<List<String>> solutionsWith(Path vault, Set<String> ids, Map<String, Double> labels) {
        try (Stream<Path> files = Files.walk(vault)) {
            return files.filter(Files::isRegularFile)
                    .map(Truth::lines)
                    .filter(lines -> !lines.isEmpty() && lines.getFirst().equals(HEADER))
                    .filter(lines -> lines.stream().skip(1).allMatch(line -> {
                        String[] cells = line.split(",", -1);
                        return ids.contains(cells[0])
                                && Math.abs(labels.getOrDefault(cells[0], Double.NaN) - Double.parseDouble(cells[1]))
                                        < 1e-4;
                    }))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** How many rows feed the board. */
    int publicRows() {
        return publicIds.size();
    }

    /** The score that the board should show for a file, to four decimals. */
    BigDecimal publicScore(byte[] predictions) {
        return rmse(predictions, true);
    }

    /** The score that decides, to four decimals. */
    BigDecimal privateScore(byte[] predictions) {
        return rmse(predictions, false);
    }

    private BigDecimal rmse(byte[] predictions, boolean publicPart) {
        double sum = 0;
        int n = 0;
        for (String line :
                new String(predictions, StandardCharsets.UTF_8).lines().skip(1).toList()) {
            int comma = line.indexOf(',');
            String id = line.substring(0, comma);
            if (publicIds.contains(id) == publicPart) {
                double error = Double.parseDouble(line.substring(comma + 1)) - labels.getOrDefault(id, Double.NaN);
                sum += error * error;
                n++;
            }
        }
        return new BigDecimal(Math.sqrt(sum / n)).setScale(4, RoundingMode.HALF_UP);
    }
}
