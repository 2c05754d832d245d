package podium.scoring.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import podium.kit.content.ContentCoding;
import podium.scoring.contest.Task;
import podium.scoring.holdout.Labels;
import podium.scoring.holdout.Solution;
import podium.scoring.metric.Metric;
import podium.scoring.metric.Metrics;
import podium.scoring.metric.TaskKind;
import podium.scoring.release.Outcome;
import podium.scoring.sql.SqlRunner;

/**
 * Every metric that tasks of one table can choose, from the bytes of a file to the reference values of the metric's own
 * tests. The files have their rows and their columns in another order than the solution, and classes are declared in another
 * order than the alphabet's.
 */
class ScorerReferenceTest {
    private static final double TOLERANCE = 1e-11;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> SETTINGS = new TypeReference<>() {};
    private static final List<JsonNode> CASES = cases();

    @TestFactory
    Stream<DynamicTest> fileBytesBecomeTheReferencesScore() {
        return CASES.stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.get("metric").asText() + one.get("settings") + " "
                                + one.get("name").asText(),
                        () -> check(one)));
    }

    @Test
    void everyMetricForTablesIsThere() {
        assertThat(CASES.stream().map(one -> one.get("metric").asText()).distinct())
                .containsExactlyInAnyOrderElementsOf(Metrics.all().stream()
                        .filter(metric -> Stream.of(Task.Kind.values())
                                .anyMatch(kind -> metric.fits().contains(TaskKind.valueOf(kind.name()))))
                        .map(Metric::name)
                        .toList());
    }

    private static void check(JsonNode one) {
        Task.Kind kind = kind(one);
        List<String> classes = classes(one);
        Task task = new Task(
                "y",
                kind,
                null,
                classes,
                one.get("metric").asText(),
                JSON.convertValue(one.get("settings"), SETTINGS),
                4,
                null,
                null,
                null);

        Outcome outcome = new Scorer(task, 1_000_000, solution(one, classes), new SqlRunner(1))
                .score(new ByteArrayInputStream(file(one, task, classes).getBytes(UTF_8)), ContentCoding.IDENTITY);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Scored.class, scored -> {
            assertClose(scored.publicScore().value(), one.at("/parts/0/value").asDouble());
            assertClose(scored.privateScore().value(), one.at("/parts/1/value").asDouble());
        });
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected))));
    }

    private static Task.Kind kind(JsonNode one) {
        if (one.get("labels").has("codes")) {
            return Task.Kind.CATEGORY;
        }
        boolean binary = StreamSupport.stream(one.at("/labels/numbers").spliterator(), false)
                .allMatch(label -> label.asDouble() == 0 || label.asDouble() == 1);
        return binary ? Task.Kind.BINARY : Task.Kind.NUMBER;
    }

    /** The later a class, the earlier its name in the alphabet. */
    private static List<String> classes(JsonNode one) {
        return IntStream.range(0, one.get("classes").asInt())
                .mapToObj(k -> "class " + (char) ('z' - k))
                .toList();
    }

    private static Solution solution(JsonNode one, List<String> classes) {
        int[] cells = JSON.convertValue(one.get("cells"), int[].class);
        byte[] bytes = new byte[cells.length];
        for (int row = 0; row < bytes.length; row++) {
            bytes[row] = (byte) cells[row];
        }
        Labels labels = classes.isEmpty()
                ? new Labels.Numbers(JSON.convertValue(one.at("/labels/numbers"), double[].class))
                : new Labels.Categories(JSON.convertValue(one.at("/labels/codes"), int[].class), classes);
        int[] ids = IntStream.rangeClosed(1, cells.length).toArray();
        return new Solution(new UUID(0, 1), new UUID(0, 2), ids, labels, bytes);
    }

    private static String file(JsonNode one, Task task, List<String> classes) {
        TaskForm.Usable form = (TaskForm.Usable) TaskForm.of(task, classes);
        JsonNode predictions = one.get("predictions");
        JsonNode rows = predictions.elements().next();
        int columns = form.columns().size();
        String header = descending(columns).mapToObj(form.columns()::get).collect(Collectors.joining(",", "id,", "\n"));
        return descending(rows.size())
                .mapToObj(row -> (row + 1) + ","
                        + descending(columns)
                                .mapToObj(column -> predictions.has("codes")
                                        ? name(rows.get(row).asInt(), classes)
                                        : number(rows.get(row), column))
                                .collect(Collectors.joining(","))
                        + "\n")
                .collect(Collectors.joining("", header, ""));
    }

    private static String name(int code, List<String> classes) {
        return code < 0 ? "no class" : classes.get(code);
    }

    private static String number(JsonNode cell, int column) {
        return (cell.isArray() ? cell.get(column) : cell).toString();
    }

    private static IntStream descending(int count) {
        return IntStream.range(0, count).map(i -> count - 1 - i);
    }

    /** Those whose truth is one label a row, without groups of rows. */
    private static List<JsonNode> cases() {
        try (InputStream in = Metrics.class.getResourceAsStream("reference.json")) {
            return StreamSupport.stream(JSON.readTree(in).get("cases").spliterator(), false)
                    .filter(one -> one.path("groups").isMissingNode()
                            || one.path("groups").isNull())
                    .filter(one -> one.get("labels").has("numbers")
                            || one.get("labels").has("codes"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
