package podium.leaderboard.contest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import podium.kit.event.EventJson;
import podium.kit.test.EventContracts;

/** Every golden example of an event that this package consumes is to be read. */
class ContestContractTest {

    private static final UUID CONTEST = UUID.fromString("0198c2a0-0000-7000-8000-0000000000c1");

    @Test
    void readsContestChanged() throws Exception {
        for (String example : EventContracts.examples("ContestChanged").values()) {
            Contest contest = EventJson.read(example.getBytes(UTF_8), ContestChanged.class)
                    .contest();
            assertThat(contest.id()).isEqualTo(CONTEST);
            assertThat(contest.version()).isPositive();
            assertThat(contest.organizers()).isNotEmpty();
            assertThat(contest.decimals()).isEqualTo(4);
        }
        String closed = requireNonNull(EventContracts.examples("ContestChanged").get("closed.json"));
        assertThat(EventJson.read(closed.getBytes(UTF_8), ContestChanged.class).contest())
                .isEqualTo(new Contest(
                        CONTEST,
                        4,
                        "adult-income",
                        Contest.State.CLOSED,
                        Contest.Visibility.PUBLIC,
                        List.of("6f1c1f6e-9a55-4f0e-8d5e-0d5d6a1f0001", "6f1c1f6e-9a55-4f0e-8d5e-0d5d6a1f0002"),
                        4,
                        Instant.parse("2026-12-01T12:00:00.250Z")));
    }

    @Test
    void readsEveryState() throws Exception {
        Set<Contest.State> states = EnumSet.noneOf(Contest.State.class);
        for (String example : EventContracts.examples("ContestChanged").values()) {
            states.add(EventJson.read(example.getBytes(UTF_8), ContestChanged.class)
                    .state());
        }

        assertThat(states).containsExactlyInAnyOrder(Contest.State.values());
        assertThat(Contest.State.values()).allMatch(state -> Contest.State.of(state.word()) == state);
    }

    @Test
    void readsEntrantChanged() throws Exception {
        for (String example : EventContracts.examples("EntrantChanged").values()) {
            EntrantChanged entrant = EventJson.read(example.getBytes(UTF_8), EntrantChanged.class);
            assertThat(entrant.contestId()).isEqualTo(CONTEST);
            assertThat(entrant.status()).isNotNull();
            assertThat(entrant.version()).isPositive();
        }
    }
}
