package podium.leaderboard.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import podium.kit.event.EventJson;
import podium.kit.test.EventContracts;
import podium.leaderboard.standing.Direction;

/** Every golden example of an event that this package consumes is to be read. */
class ResultContractTest {

    private static final UUID CONTEST = UUID.fromString("0198c2a0-0000-7000-8000-0000000000c1");
    private static final UUID TEAM = UUID.fromString("0198c2a0-0000-7000-8000-0000000000a1");

    private static <T> List<T> examples(Class<T> type) {
        return EventContracts.examples(type.getSimpleName()).values().stream()
                .map(json -> read(json, type))
                .toList();
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return EventJson.read(json.getBytes(UTF_8), type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    @Test
    void readsTeamChanged() {
        assertThat(examples(TeamChanged.class)).allSatisfy(team -> {
            assertThat(team.contestId()).isEqualTo(CONTEST);
            assertThat(team.teamId()).isEqualTo(TEAM);
            assertThat(team.name()).isNotBlank();
        });
    }

    @Test
    void readsSubmissionScored() {
        assertThat(examples(SubmissionScored.class)).isNotEmpty().allSatisfy(scored -> {
            assertThat(scored.teamId()).isEqualTo(TEAM);
            assertThat(scored.scoringVersion()).isEqualTo(1);
            assertThat(Direction.of(scored.direction())).isEqualTo(Direction.MAXIMIZE);
            assertThat(scored.scored().score()).isEqualTo(new BigDecimal("0.8731"));
            assertThat(scored.scored().acceptedAt()).isEqualTo(Instant.parse("2026-11-05T10:00:00.412Z"));
        });
    }

    @Test
    void readsRescoreApplied() {
        assertThat(examples(RescoreApplied.class))
                .containsExactly(new RescoreApplied(CONTEST, 2, 17, Instant.parse("2026-11-20T12:00:00.100Z")));
    }

    @Test
    void readsPrivateScoreRevealed() {
        assertThat(examples(PrivateScoreRevealed.class)).isNotEmpty().allSatisfy(revealed -> {
            assertThat(revealed.teamId()).isEqualTo(TEAM);
            assertThat(revealed.scored().score()).isEqualTo(new BigDecimal("0.8702"));
        });
    }

    @Test
    void readsPrivateScoresComplete() {
        assertThat(examples(PrivateScoresComplete.class)).contains(new PrivateScoresComplete(CONTEST, 8));
    }
}
