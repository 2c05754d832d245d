package podium.submission.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.kit.event.EventJson;
import podium.kit.problem.Violation;
import podium.submission.definition.ContestDefinition.BoardRules;
import podium.submission.definition.ContestDefinition.PredictionRange;
import podium.submission.definition.ContestDefinition.ScoreRelease;

class DefinitionReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CONTRACT = contract();
    private static final DefinitionReader READER = new DefinitionReader(512L << 20);

    @Test
    void reads_every_example_of_the_contract_and_writes_it_as_it_was() throws IOException {
        try (var examples = Files.list(CONTRACT.resolve("examples"))) {
            for (Path example : examples.toList()) {
                JsonNode document = JSON.readTree(example.toFile());

                Reading.Valid valid = (Reading.Valid) READER.read(document);

                JsonNode written = JSON.readTree(EventJson.write(valid.definition()));
                ((ObjectNode) document).put("closesAt", "2026-12-01T12:00:00.000Z");
                if (document.at("/task/predictionRange") instanceof ObjectNode range) {
                    range.put("min", range.get("min").doubleValue());
                    range.put("max", range.get("max").doubleValue());
                }
                assertThat(written).as(example.toString()).isEqualTo(document);
            }
        }
    }

    @Test
    void fills_in_the_defaults() {
        Reading.Valid valid = (Reading.Valid) READER.read(least());

        ContestDefinition it = valid.definition();
        assertThat(it.timeZone()).isEqualTo("UTC");
        assertThat(it.visibility()).isEqualTo(ContestDefinition.Visibility.PUBLIC);
        assertThat(it.task().decimals()).isEqualTo(4);
        assertThat(it.task().outOfRange()).isEqualTo(ContestDefinition.OutOfRange.REJECT);
        assertThat(it.submissions()).isEqualTo(new ContestDefinition.Submissions(5, 104_857_600, 2, 60));
        assertThat(it.board()).isEqualTo(new BoardRules(ScoreRelease.LADDER, null));
        assertThat(it.teams().maxSize()).isEqualTo(1);
    }

    @Test
    void a_definition_from_before_there_was_a_choice_has_the_default() throws JsonProcessingException {
        String stored = EventJson.write(((Reading.Valid) READER.read(least())).definition())
                .replace("\"board\":{\"release\":\"ladder\"},", "");

        ContestDefinition read = EventJson.read(stored.getBytes(StandardCharsets.UTF_8), ContestDefinition.class);

        assertThat(stored).doesNotContain("board");
        assertThat(read.board()).isEqualTo(new BoardRules(ScoreRelease.LADDER, null));
    }

    @Test
    void log_loss_compares_probabilities_unless_the_organizer_is_stricter() {
        ObjectNode document = least();
        ((ObjectNode) document.get("task")).put("metric", "log-loss");

        Reading.Valid valid = (Reading.Valid) READER.read(document);

        assertThat(valid.definition().task().predictionRange()).isEqualTo(new PredictionRange(0, 1));
    }

    @Test
    void finds_everything_that_is_wrong_at_once() throws JsonProcessingException {
        JsonNode document = JSON.readTree("""
                {"slug": "A!", "title": "", "timeZone": "Mars/Olympus", "opensAt": "tomorrow", "closesAt": "2026-02-30T00:00:00Z",
                 "visibility": "secret", "task": {"target": 7, "kind": "number", "positiveLabel": "x", "metric": "roc-auc",
                 "decimals": 9, "predictionRange": {"min": 2, "max": 1, "mid": 0}}, "submissions": {"perDay": 0, "maxBytes": 1.5},
                 "teams": {}, "terms": {"text": "  "}, "prize": 1000000}
                """);

        Reading.Invalid invalid = (Reading.Invalid) READER.read(document);

        assertThat(invalid.violations())
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/slug",
                        "/title",
                        "/description",
                        "/timeZone",
                        "/opensAt",
                        "/closesAt",
                        "/visibility",
                        "/task/target",
                        "/task/decimals",
                        "/task/predictionRange/mid",
                        "/task/predictionRange/max",
                        "/task/metric",
                        "/task/positiveLabel",
                        "/submissions/perDay",
                        "/submissions/maxBytes",
                        "/teams/maxSize",
                        "/terms/text",
                        "/prize");
    }

    @Test
    void settings_that_are_not_there_have_their_standard_values() {
        ObjectNode document = least();
        ((ObjectNode) document.get("task"))
                .put("metric", "f1")
                .putObject("metricSettings")
                .put("averaging", "macro");

        Reading.Valid valid = (Reading.Valid) READER.read(document);

        assertThat(valid.definition().task().metricSettings())
                .isEqualTo(Map.of("averaging", "macro", "positiveClass", 1));
    }

    @Test
    void a_definition_from_before_there_were_settings_has_none() throws JsonProcessingException {
        String stored = EventJson.write(((Reading.Valid) READER.read(least())).definition());

        ContestDefinition read = EventJson.read(stored.getBytes(StandardCharsets.UTF_8), ContestDefinition.class);

        assertThat(stored).doesNotContain("metricSettings", "classes");
        assertThat(read.task().metricSettings()).isEmpty();
        assertThat(read.task().classes()).isEmpty();
    }

    @Test
    void finds_everything_that_is_wrong_with_a_metric_at_once() throws JsonProcessingException {
        ObjectNode document = least();
        document.set("task", JSON.readTree("""
                {"target": "y", "kind": "category", "positiveLabel": "a", "classes": ["a", "a", 3, "b\\nc"], "metric": "f1",
                 "metricSettings": {"averaging": "mean", "positiveClass": -1, "beta": 2}, "predictionRange": {"min": 0, "max": 1}}
                """));

        Reading.Invalid invalid = (Reading.Invalid) READER.read(document);

        assertThat(invalid.violations())
                .containsExactlyInAnyOrder(
                        new Violation("/task/classes/1", "is there twice"),
                        new Violation("/task/classes/2", "must be text of 1 to 200 characters"),
                        new Violation("/task/classes/3", "must be one line, without the character NUL"),
                        new Violation("/task/metricSettings/averaging", "must be one of binary, macro, micro"),
                        new Violation(
                                "/task/metricSettings/positiveClass", "must be a whole number from 0 to 2147483647"),
                        new Violation("/task/metricSettings/beta", "is unknown; known are averaging, positiveClass"),
                        new Violation("/task/positiveLabel", "belongs to binary tasks only"),
                        new Violation("/task/predictionRange", "does not go with f1, whose predictions are labels"));
    }

    @Test
    void a_metric_of_the_organizers_own_has_limits() {
        Reading.Valid valid = (Reading.Valid) READER.read(withSql());

        assertThat(valid.definition().task().sql())
                .isEqualTo(new ContestDefinition.Sql("SELECT 1", ContestDefinition.Direction.MAXIMIZE, 256, 10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/task/sql|null|is missing",
                "/task/sql/query|\"\"|must have 1 to 20000 characters, has 0",
                "/task/sql/query|null|is missing",
                "/task/sql/direction|null|is missing",
                "/task/sql/direction|\"up\"|must be one of minimize, maximize",
                "/task/sql/memory|15|must be a whole number from 16 to 1024",
                "/task/sql/memory|1025|must be a whole number from 16 to 1024",
                "/task/sql/seconds|0|must be a whole number from 1 to 60",
                "/task/sql/threads|8|is unknown; known are query, direction, memory, seconds",
                "/task/metric|\"roc-auc\"|/task/sql belongs to the metric sql only",
                "/board/release|\"ladder\"|must be ladder-fixed or rounded: of the metric sql it is not known what chance explains",
                "/board|null|/board/release must be ladder-fixed or rounded: of the metric sql it is not known what chance explains"
            })
    void says_what_is_wrong_with_a_metric_of_the_organizers_own(String pointer, String value, String message)
            throws JsonProcessingException {
        saysWhatIsWrong(withSql(), pointer, value, message);
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, rmse, true",
        "NUMBER, accuracy, false",
        "NUMBER, crps, true",
        "BINARY, accuracy, true",
        "CATEGORY, accuracy, true",
        "CATEGORY, log-loss, true",
        "CATEGORY, quadratic-kappa, true",
        "CATEGORY, spearman, false",
        "BINARY, rmse, true",
        "BINARY, quadratic-kappa, false",
        "NUMBER, roc-auc, false",
        "NUMBER, sql, true",
        "BINARY, sql, true",
        "CATEGORY, sql, true"
    })
    void a_metric_suits_a_kind_of_label(ContestDefinition.Kind kind, String metric, boolean suits) {
        ObjectNode task = JSON.createObjectNode()
                .put("target", "y")
                .put("kind", kind.wire())
                .put("metric", metric);
        if (kind == ContestDefinition.Kind.BINARY) {
            task.put("positiveLabel", "1");
        }
        ObjectNode document = withSql();
        if (metric.equals("sql")) {
            task.set("sql", document.at("/task/sql"));
        }
        document.set("task", task);

        Reading reading = READER.read(document);

        assertThat(reading).isInstanceOf(suits ? Reading.Valid.class : Reading.Invalid.class);
    }

    @Test
    void metrics_for_lists_and_groups_are_not_for_tables() {
        ObjectNode document = least();
        ((ObjectNode) document.get("task")).put("metric", "map-at-k");

        Reading.Invalid invalid = (Reading.Invalid) READER.read(document);

        assertThat(invalid.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo("/task/metric");
            assertThat(violation.message())
                    .startsWith("must be one of mse, rmse, mae, ")
                    .doesNotContain("map-at-k");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/slug|\"receipt-keys\"|is reserved, choose another",
                "/slug|\"-ab\"|must have 3 to 64 lower-case letters, digits and hyphens, and begin and end with a letter or digit",
                "/closesAt|\"2026-12-01\"|must be an instant in UTC such as 2026-12-01T12:00:00Z",
                "/opensAt|\"2027-01-01T00:00:00Z\"|/closesAt must be later than opensAt",
                "/timeZone|\"CET+1\"|must be a time zone of the IANA database such as Europe/Zurich",
                "/task/kind|\"text\"|must be one of binary, category, number",
                "/task/metric|\"r2\"|r2 does not suit the kind binary",
                "/task/metric|7|must be text",
                "/task/classes|[\"a\", \"b\"]|belongs to category tasks only",
                "/task/classes|[\"a\"]|must be a list of 2 to 10000 texts",
                "/task/metricSettings|{\"k\": 1}|/task/metricSettings/k is unknown",
                "/task/metricSettings|3|must be an object",
                "/task/predictionRange|{\"min\": 0, \"max\": 1e200}"
                        + "|must lie within -1.0E100 and 1.0E100, all that roc-auc can use",
                "/task/positiveLabel|null|is missing: a binary task names the label that counts as 1",
                "/task/decimals|5|must be a whole number from 0 to 4",
                "/submissions|[]|must be an object",
                "/submissions|{\"maxBytes\": 536870913}|/submissions/maxBytes must be a whole number from 1 to 536870912",
                "/submissions|{\"graceSeconds\": 601}|/submissions/graceSeconds must be a whole number from 0 to 600",
                "/board|{\"release\": \"none\"}|/board/release must be one of ladder, ladder-fixed, rounded",
                "/board|{\"release\": \"ladder-fixed\"}|/board/step is missing",
                "/board|{\"release\": \"ladder-fixed\", \"step\": 0}|/board/step must be greater than 0",
                "/board|{\"release\": \"ladder-fixed\", \"step\": 0.00001}"
                        + "|/board/step must have no more decimals than a shown score, 4",
                "/board|{\"step\": 0.01}|/board/step belongs to ladder-fixed only",
                "/board|{\"eta\": 0.01}|/board/eta is unknown; known are release, step",
                "/submissions|{\"perday\": 3}|/submissions/perday is unknown; known are perDay, maxBytes, finalSelections, graceSeconds"
            })
    void says_what_is_wrong_and_what_would_be_right(String pointer, String value, String message)
            throws JsonProcessingException {
        saysWhatIsWrong(least(), pointer, value, message);
    }

    @Test
    void whatever_is_valid_here_is_valid_by_the_schema() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(CONTRACT.resolve("schema.json")), InputFormat.JSON);
        List<String> values = List.of("null", "\"\"", "\"x\"", "0", "-1", "2.5", "1e3", "[]", "{}", "true", "\"a-b\"");
        for (String pointer : List.of(
                "/slug",
                "/title",
                "/description",
                "/timeZone",
                "/opensAt",
                "/closesAt",
                "/visibility",
                "/task",
                "/task/target",
                "/task/kind",
                "/task/decimals",
                "/task/metric",
                "/task/classes",
                "/task/metricSettings",
                "/task/predictionRange",
                "/submissions",
                "/board",
                "/board/release",
                "/board/step",
                "/task/sql",
                "/task/sql/query",
                "/task/sql/direction",
                "/task/sql/memory",
                "/task/sql/seconds",
                "/teams",
                "/teams/maxSize",
                "/terms",
                "/other")) {
            for (String value : values) {
                ObjectNode document = pointer.startsWith("/task/sql") ? withSql() : least();
                document.putObject("board").put("release", "ladder-fixed").put("step", 0.5);
                document.putObject("teams").put("maxSize", 2);
                int slash = pointer.lastIndexOf('/');
                ((ObjectNode) document.at(pointer.substring(0, slash)))
                        .set(pointer.substring(slash + 1), JSON.readTree(value));
                if (READER.read(document) instanceof Reading.Valid && !value.equals("null")) {
                    assertThat(schema.validate(document.toString(), InputFormat.JSON))
                            .as("%s = %s", pointer, value)
                            .isEmpty();
                }
            }
        }
    }

    /** With one value changed there is one violation: at the pointer, or where the message begins. */
    private static void saysWhatIsWrong(ObjectNode document, String pointer, String value, String message)
            throws JsonProcessingException {
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) document.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1), JSON.readTree(value));

        Reading.Invalid invalid = (Reading.Invalid) READER.read(document);

        Violation expected = message.startsWith("/")
                ? new Violation(message.substring(0, message.indexOf(' ')), message.substring(message.indexOf(' ') + 1))
                : new Violation(pointer, message);
        assertThat(invalid.violations()).containsExactly(expected);
    }

    private static ObjectNode withSql() {
        ObjectNode document = least();
        ObjectNode task = (ObjectNode) document.get("task");
        task.put("metric", "sql").putObject("sql").put("query", "SELECT 1").put("direction", "maximize");
        document.putObject("board").put("release", "rounded");
        return document;
    }

    private static ObjectNode least() {
        try {
            return (ObjectNode) JSON.readTree("""
                    {"slug": "who-earns", "title": "Who earns?", "description": "Predict.", "closesAt": "2026-12-01T12:00:00Z",
                     "task": {"target": "class", "kind": "binary", "positiveLabel": "1", "metric": "roc-auc"},
                     "terms": {"text": "Be fair."}}
                    """);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path contract() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve("docs/contracts"))) {
            directory = java.util.Objects.requireNonNull(directory.getParent(), "no docs/contracts above");
        }
        return directory.resolve("docs/contracts/contest-definition");
    }
}
