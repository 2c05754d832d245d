package podium.system;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
        List<List<String>> solutions =
                solutionsWith(new OpenedVault(platform, UUID.fromString(contest.contestId())), labels);
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

    private static List<List<String>> solutionsWith(OpenedVault vault, Map<String, Double> labels) {
        return vault.files()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().toList())
                .filter(lines -> !lines.isEmpty() && lines.getFirst().equals(HEADER))
                .filter(lines -> lines.stream().skip(1).allMatch(line -> {
                    String[] cells = line.split(",", -1);
                    return Math.abs(labels.getOrDefault(cells[0], Double.NaN) - Double.parseDouble(cells[1])) < 1e-4;
                }))
                .toList();
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
