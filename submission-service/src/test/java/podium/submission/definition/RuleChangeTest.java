package podium.submission.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.kit.event.EventJson;
import podium.kit.problem.Violation;

class RuleChangeTest {
    private static final DefinitionReader READER = new DefinitionReader(512L << 20);
    private static final String RULES = """
            {
              "slug": "who-earns", "title": "Who earns?", "description": "Predict.", "timeZone": "Europe/Zurich",
              "opensAt": "2026-11-01T00:00:00Z", "closesAt": "2026-12-01T00:00:00Z",
              "entryDeadline": "2026-11-15T00:00:00Z", "teamMergerDeadline": "2026-11-20T00:00:00Z",
              "visibility": "public",
              "task": {"target": "grade", "kind": "category", "classes": ["a", "b"], "metric": "f1",
                       "metricSettings": {"averaging": "binary", "positiveClass": 1}},
              "submissions": {"perDay": 5, "maxBytes": 1000, "finalSelections": 2, "graceSeconds": 60},
              "board": {"release": "ladder-fixed", "step": 0.005},
              "teams": {"maxSize": 3},
              "targetScore": {"baseline": 0.6, "improvement": 0.1, "lastCallDays": 30},
              "eligibility": {"countries": {"except": ["KP"]}, "attestations": ["I am 18 or older."]},
              "licence": {"kind": "open-source", "spdx": "Apache-2.0"},
              "terms": {"text": "Be fair."}
            }
            """;

    @Test
    void what_is_the_same_after_it_was_stored_and_read_again_is_no_change() throws JsonProcessingException {
        ContestDefinition stored =
                EventJson.read(EventJson.write(read(RULES)).getBytes(StandardCharsets.UTF_8), ContestDefinition.class);

        assertThat(RuleChange.violations(stored, read(RULES), false)).isEmpty();
        assertThat(RuleChange.violations(stored, read(RULES), true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who earns?            | Who earns most?",
                "Predict.              | Predict well.",
                "Europe/Zurich         | UTC",
                "2026-12-01T           | 2026-12-02T",
                "2026-11-15T           | 2026-11-16T",
                "2026-11-20T           | 2026-12-01T",
                "\"perDay\": 5         | \"perDay\": 6",
                "\"maxBytes\": 1000    | \"maxBytes\": 1001",
                "\"finalSelections\": 2| \"finalSelections\": 3",
                "\"graceSeconds\": 60  | \"graceSeconds\": 600",
                "Be fair.              | Be fair and kind."
            })
    void what_extends_or_clarifies_may_change(String before, String after) {
        assertThat(RULES).contains(before);

        assertThat(violations(before, after)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-01T           | 2026-11-02T             | /opensAt",
                "2026-12-01T           | 2026-11-30T             | /closesAt",
                "2026-11-15T           | 2026-11-14T             | /entryDeadline",
                "2026-11-20T           | 2026-11-19T             | /teamMergerDeadline",
                "\"public\"            | \"entrants\"            | /visibility",
                "\"positiveClass\": 1  | \"positiveClass\": 0    | /task",
                "\"perDay\": 5         | \"perDay\": 4           | /submissions/perDay",
                "\"maxBytes\": 1000    | \"maxBytes\": 999       | /submissions/maxBytes",
                "\"finalSelections\": 2| \"finalSelections\": 1  | /submissions/finalSelections",
                "\"graceSeconds\": 60  | \"graceSeconds\": 59    | /submissions/graceSeconds",
                "0.005                 | 0.006                   | /board",
                "\"maxSize\": 3        | \"maxSize\": 4          | /teams",
                "\"lastCallDays\": 30  | \"lastCallDays\": 31    | /targetScore",
                "\"KP\"                | \"CU\"                  | /eligibility",
                "Apache-2.0            | MIT                     | /licence"
            })
    void everything_else_is_fixed(String before, String after, String pointer) {
        assertThat(RULES).contains(before);

        assertThat(violations(before, after)).containsExactly(pointer);
    }

    @Test
    void a_deadline_that_goes_away_is_the_end_of_the_contest() {
        assertThat(violations("\"entryDeadline\": \"2026-11-15T00:00:00Z\", ", ""))
                .isEmpty();
        assertThat(RuleChange.violations(
                                read(RULES.replace("\"entryDeadline\": \"2026-11-15T00:00:00Z\", ", "")),
                                read(RULES),
                                false)
                        .stream()
                        .map(Violation::pointer))
                .containsExactly("/entryDeadline");
    }

    @Test
    void the_end_of_last_call_is_fixed() {
        ContestDefinition later = read(RULES.replace("2026-12-01T", "2026-12-02T"));

        assertThat(RuleChange.violations(read(RULES), later, true))
                .containsExactly(new Violation("/closesAt", "cannot change any more"));
    }

    private static List<String> violations(String before, String after) {
        return RuleChange.violations(read(RULES), read(RULES.replace(before, after)), false).stream()
                .map(Violation::pointer)
                .toList();
    }

    private static ContestDefinition read(String json) {
        try {
            Reading reading = READER.read(new ObjectMapper().readTree(json));
            assertThat(reading).as(reading.toString()).isInstanceOf(Reading.Valid.class);
            return ((Reading.Valid) reading).definition();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
