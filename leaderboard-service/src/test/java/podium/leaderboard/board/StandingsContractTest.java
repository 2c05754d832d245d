package podium.leaderboard.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import podium.kit.event.EventJson;
import podium.kit.test.EventContracts;

/** The event that this package writes is valid, and every golden example of it is to be read. */
class StandingsContractTest {

    private static final UUID CONTEST = UUID.fromString("0198c2a0-0000-7000-8000-0000000000c1");

    @Test
    void writesStandingsChanged() {
        Instant at = Instant.parse("2026-11-05T10:00:00.530Z");
        for (String view : new String[] {"public", "private"}) {
            EventContracts.assertValid(
                    "StandingsChanged", EventJson.write(new StandingsChanged(CONTEST, view, 1, 42, at)));
        }
    }

    @Test
    void readsStandingsChanged() throws Exception {
        for (String example : EventContracts.examples("StandingsChanged").values()) {
            StandingsChanged event = EventJson.read(example.getBytes(UTF_8), StandingsChanged.class);
            assertThat(event.contestId()).isEqualTo(CONTEST);
            assertThat(event.epoch()).isPositive();
            assertThat(event.version()).isPositive();
        }
    }
}
