package podium.leaderboard.band;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import podium.kit.event.EventJson;
import podium.kit.test.EventContracts;

/** Every golden example is to be read. */
class ScoreStatisticsContractTest {

    @Test
    void readsScoreStatistics() throws JsonProcessingException {
        Map<String, String> examples = EventContracts.examples("ScoreStatistics");

        assertThat(examples).isNotEmpty();
        for (String json : examples.values()) {
            ScoreStatistics statistics = EventJson.read(json.getBytes(UTF_8), ScoreStatistics.class);
            assertThat(statistics.submissionId()).isEqualTo(UUID.fromString("0198c2a0-0000-7000-8000-0000000000b1"));
            assertThat(statistics.scoringVersion()).isEqualTo(1);
            assertThat(statistics.score()).isEqualTo(0.87311);
            assertThat(statistics.withoutBlock()).containsExactly(0.8725, 0.8741, 0.87299, 0.87278);
            assertThat(statistics.toString()).doesNotContain("0.87");
        }
    }
}
