package podium.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Values from scikit-learn and SciPy, or by the plain formula where they have none: src/test/reference/metrics.py wrote
 * them, and says with which versions. Each is checked on both parts as a whole and without each of their blocks.
 */
class MetricReferenceTest {
    /** Of a value, or of 1 for smaller ones: numpy adds up in another order. */
    private static final double TOLERANCE = 1e-11;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode REFERENCE = reference();

    @TestFactory
    Stream<DynamicTest> cases() {
        return StreamSupport.stream(REFERENCE.get("cases").spliterator(), false)
                .map(one -> DynamicTest.dynamicTest(
                        one.get("metric").asText() + one.get("settings") + " "
                                + one.get("name").asText(),
                        () -> check(one)));
    }

    @Test
    void everyMetricHasAReference() {
        Set<String> covered = StreamSupport.stream(REFERENCE.get("cases").spliterator(), false)
                .map(one -> one.get("metric").asText())
                .collect(Collectors.toSet());

        assertThat(Metrics.all()).extracting(Metric::name).containsExactlyInAnyOrderElementsOf(covered);
    }

    private static void check(JsonNode one) {
        Map<String, Object> settings = JSON.convertValue(one.get("settings"), Scene.SETTINGS);
        MetricChoice choice = Metrics.choose(one.get("metric").asText(), settings);
        assertThat(choice).isInstanceOf(MetricChoice.Chosen.class);
        Metric metric = ((MetricChoice.Chosen) choice).metric();
        int[] cells = JSON.convertValue(one.get("cells"), int[].class);
        int @Nullable [] groups = JSON.convertValue(one.path("groups"), int[].class);
        Truth truth = new Truth(
                values(one.get("labels")),
                Scene.cells(2, cells),
                groups,
                one.get("classes").asInt());

        List<Evaluation> evaluations = metric.kernel(truth).evaluate(values(one.get("predictions")));

        assertThat(evaluations).hasSize(2);
        for (int part = 0; part < 2; part++) {
            checkPart(one.get("parts").get(part), evaluations.get(part));
        }
    }

    private static void checkPart(JsonNode expected, Evaluation evaluation) {
        if (expected.get("value").isNull()) {
            assertThat(evaluation).isInstanceOf(Evaluation.Undefined.class);
            return;
        }
        Evaluation.Score score = (Evaluation.Score) evaluation;
        checkValue("the part", score.value(), expected.get("value"));
        JsonNode without = expected.get("withoutBlock");
        for (int block = 0; block < without.size(); block++) {
            checkValue("without block " + block, score.withoutBlock()[block], without.get(block));
        }
        double[] beyond = Arrays.copyOfRange(score.withoutBlock(), without.size(), Cells.BLOCKS);
        assertThat(Arrays.stream(beyond).allMatch(value -> value == score.value()))
                .as("the value itself without blocks that have no rows")
                .isTrue();
    }

    private static void checkValue(String of, double actual, JsonNode expected) {
        if (expected.isNull()) {
            assertThat(actual).as(of).isNaN();
        } else {
            double value = expected.asDouble();
            assertThat(actual).as(of).isCloseTo(value, within(TOLERANCE * Math.max(1, Math.abs(value))));
        }
    }

    private static Values values(JsonNode node) {
        Map.Entry<String, JsonNode> only = node.properties().iterator().next();
        return switch (only.getKey()) {
            case "numbers" -> new Values.Numbers(JSON.convertValue(only.getValue(), double[].class));
            case "codes" -> new Values.Codes(JSON.convertValue(only.getValue(), int[].class));
            case "table" -> Scene.table(JSON.convertValue(only.getValue(), double[][].class));
            case "lists" -> Scene.lists(JSON.convertValue(only.getValue(), int[][].class));
            default -> throw new IllegalArgumentException("Not a kind of values: " + only.getKey());
        };
    }

    private static JsonNode reference() {
        try (InputStream in = MetricReferenceTest.class.getResourceAsStream("reference.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
