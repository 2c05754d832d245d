package podium.scoring.contest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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
        assertThat(event.definition().task().metric()).isEqualTo("roc-auc");
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
    void readsWhatTheBoardMayShow() throws JsonProcessingException {
        ContestChanged chosen = read(
                Objects.requireNonNull(EventContracts.examples("ContestChanged").get("open-fixed-step-ladder.json")));
        ContestChanged before = read(
                Objects.requireNonNull(EventContracts.examples("ContestChanged").get("open.json")));

        assertThat(chosen.definition().boardRules())
                .isEqualTo(new BoardRules(BoardRules.Release.LADDER_FIXED, new BigDecimal("0.005")));
        assertThat(before.definition().boardRules()).isEqualTo(new BoardRules(BoardRules.Release.LADDER, null));
    }

    static Stream<String> examples() {
        return EventContracts.examples("ContestChanged").values().stream();
    }

    private static ContestChanged read(String json) throws JsonProcessingException {
        return EventJson.read(json.getBytes(StandardCharsets.UTF_8), ContestChanged.class);
    }
}
