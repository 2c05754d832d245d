package podium.scoring.contest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.kit.event.EventJson;
import podium.kit.test.EventContracts;

class ContestChangedContractTest {

    @ParameterizedTest
    @MethodSource("examples")
    void readsEveryGoldenExample(String json) throws JsonProcessingException {
        ContestChanged event = read(json);

        assertThat(event.slug()).isEqualTo("adult-income");
        assertThat(event.organizers()).isNotEmpty();
        assertThat(event.definition().task().metric()).isIn("roc-auc", "f1", "sql");
    }

    @Test
    void readsAllThatScoringNeeds() throws JsonProcessingException {
        ContestChanged event = read(
                Objects.requireNonNull(EventContracts.examples("ContestChanged").get("open.json")));

        assertThat(event.version()).isEqualTo(3);
        assertThat(event.state()).isEqualTo(ContestState.OPEN);
        assertThat(event.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(event.definition().maxBytes()).isEqualTo(20_971_520);
        assertThat(event.definition().task())
                .isEqualTo(new Task(
                        "salary-class",
                        Task.Kind.BINARY,
                        ">50K",
                        "roc-auc",
                        4,
                        new Task.Range(0, 1),
                        Task.OutOfRange.REJECT));
    }

    @Test
    void readsEveryState() throws JsonProcessingException {
        Set<ContestState> states = EnumSet.noneOf(ContestState.class);
        for (String json : EventContracts.examples("ContestChanged").values()) {
            states.add(read(json).state());
        }

        assertThat(states).containsExactlyInAnyOrder(ContestState.values());
        assertThat(ContestState.values()).allMatch(state -> ContestState.of(state.word()) == state);
    }

    @Test
    void readsClassesAndSettings() throws JsonProcessingException {
        ContestChanged event = read(
                Objects.requireNonNull(EventContracts.examples("ContestChanged").get("open-metric-settings.json")));

        assertThat(event.definition().task())
                .isEqualTo(new Task(
                        "grade",
                        Task.Kind.CATEGORY,
                        null,
                        List.of("none", "mild", "moderate", "severe"),
                        "f1",
                        Map.of("averaging", "macro", "positiveClass", 1),
                        4,
                        null,
                        Task.OutOfRange.REJECT,
                        null));
    }

    @Test
    void readsWhatTheBoardMayShow() throws JsonProcessingException {
        ContestChanged chosen = read(
                Objects.requireNonNull(EventContracts.examples("ContestChanged").get("open-fixed-step-ladder.json")));
        ContestChanged before = read(
                Objects.requireNonNull(EventContracts.examples("ContestChanged").get("open.json")));

        assertThat(chosen.definition().boardRules())
                .isEqualTo(new BoardRules(BoardRules.Release.LADDER_FIXED, new BigDecimal("0.005")));
        assertThat(before.definition().boardRules()).isEqualTo(new BoardRules(BoardRules.Release.LADDER, null));
    }

    @Test
    void readsAMetricOfTheOrganizersOwn() throws JsonProcessingException {
        ContestChanged event = read(
                Objects.requireNonNull(EventContracts.examples("ContestChanged").get("open-sql-metric.json")));

        assertThat(event.definition().task().sql())
                .isEqualTo(new Task.Sql(
                        "SELECT avg((p.\"salary-class\" - s.\"salary-class\") ** 2) "
                                + "FROM prediction p JOIN solution s USING (id)",
                        "minimize",
                        256,
                        10));
    }

    static Stream<String> examples() {
        return EventContracts.examples("ContestChanged").values().stream();
    }

    private static ContestChanged read(String json) throws JsonProcessingException {
        return EventJson.read(json.getBytes(StandardCharsets.UTF_8), ContestChanged.class);
    }
}
