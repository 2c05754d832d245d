package podium.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import podium.scoring.sql.SqlMetric;

/**
 * The page and the contract are what the metrics say. To write them anew:
 *
 * <pre>{@code ./mvnw -q -Dquick -pl scoring-service test -Dtest=MetricsPageTest -Dpodium.write-docs=true}</pre>
 */
class MetricsPageTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path DEFINITION = DOCS.resolve("contracts/contest-definition/schema.json");

    @Test
    void thePageIsWhatTheMetricsSay() throws IOException {
        check(DOCS.resolve("metrics.md"), MetricsPage.text());
    }

    @Test
    void theContractIsWhatTheMetricsSay() throws IOException {
        check(DOCS.resolve("contracts/metrics.json"), MetricsContract.text());
    }

    @Test
    void aContestDefinitionMayNameEveryMetricForTables() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(DEFINITION.toFile());
        JsonNode names = schema.at("/properties/task/properties/metric/enum");

        Stream<String> forTables = Metrics.all().stream()
                .filter(metric -> Stream.of(TaskKind.BINARY, TaskKind.CATEGORY, TaskKind.NUMBER)
                        .anyMatch(metric.fits()::contains))
                .map(Metric::name);
        List<String> all = Stream.concat(forTables, Stream.of(SqlMetric.NAME)).toList();
        assertThat(StreamSupport.stream(names.spliterator(), false).map(JsonNode::asText))
                .containsExactlyElementsOf(all);
    }

    private static void check(Path file, String text) throws IOException {
        if (Boolean.getBoolean("podium.write-docs")) {
            Files.writeString(file, text);
        }

        assertThat(Files.readString(file)).isEqualTo(text);
    }
}
