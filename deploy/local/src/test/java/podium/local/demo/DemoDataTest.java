package podium.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The demo's plans on its data, computed here without the platform. */
class DemoDataTest {
    private static final int LIMIT = (int) (0.05 * 30_162);

    @Test
    void theFirstPlanMustBeRefusedAndTheSecondMustPass() {
        assertThat(suppressed(generalized(DemoData.RAW_LEVELS))).isGreaterThan(LIMIT);
        assertThat(suppressed(generalized(DemoData.GENERALIZED_LEVELS)))
                .isEqualTo(1_330)
                .isLessThan(LIMIT);
    }

    @Test
    void modelsGetBetterFromTeamToTeamAndStayHonest() {
        List<List<String>> rows = generalized(DemoData.GENERALIZED_LEVELS);
        int cut = rows.size() * 7 / 10;
        Workbench workbench =
                new Workbench(csv(rows.subList(0, cut), true), csv(rows.subList(cut, rows.size()), false));
        Map<String, Double> best = new HashMap<>();
        for (Contestants.Contestant who : Contestants.all()) {
            for (Attempt attempt : who.attempts()) {
                Workbench.Prediction prediction = workbench.predict(attempt);
                best.merge(who.user(), prediction.estimate(), Math::max);
                boolean damaged = attempt.damage() != Attempt.Damage.NONE;
                assertThat(prediction.csv().lines().count()).isEqualTo(rows.size() - cut + 1L - (damaged ? 2 : 0));
            }
        }
        assertThat(best.get("ada")).isBetween(0.6, 0.72);
        assertThat(best.get("cem")).isBetween(0.82, 0.89);
        assertThat(best.get("hana")).isBetween(0.84, 0.90).isGreaterThan(best.get("cem"));
        List<String> order = best.entrySet().stream()
                .sorted(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(order).startsWith("ada", "bob", "cem");
    }

    @Test
    void theDefinitionIsFilledIn() {
        assertThat(DemoData.definition("adult-income-7", Instant.parse("2026-12-01T12:00:00.123Z")))
                .contains("\nslug: adult-income-7\n", "\nclosesAt: \"2026-12-01T12:00:00Z\"\n");
    }

    private static long suppressed(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.subList(0, row.size() - 1))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .filter(size -> size < DemoData.K)
                .mapToLong(Long::longValue)
                .sum();
    }

    private static List<List<String>> generalized(Map<String, Integer> levels) {
        List<String> lines = lines(DemoData.rawGzipped());
        List<String> header = Arrays.asList(lines.getFirst().split(";", -1));
        List<Map<String, String>> maps = new ArrayList<>();
        header.forEach(column ->
                maps.add(levels.containsKey(column) ? hierarchy(column, levels.getOrDefault(column, 0)) : Map.of()));
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(";", -1);
                    for (int c = 0; c < cells.length; c++) {
                        cells[c] = maps.get(c).getOrDefault(cells[c], cells[c]);
                    }
                    return List.of(cells);
                })
                .toList();
    }

    private static Map<String, String> hierarchy(String column, int level) {
        return new String(DemoData.hierarchy(column), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(";", -1))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[level], (a, _) -> a));
    }

    private static byte[] csv(List<List<String>> rows, boolean labelled) {
        StringBuilder csv =
                new StringBuilder("id,sex,age,race,marital-status,education,native-country,workclass,occupation"
                        + (labelled ? ",salary-class\n" : "\n"));
        int id = 0;
        for (List<String> row : rows) {
            id++;
            csv.append(id)
                    .append(',')
                    .append(String.join(",", labelled ? row : row.subList(0, 8)))
                    .append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> lines(byte[] gzipped) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(gzipped)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
