package podium.leaderboard.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import podium.leaderboard.standing.TeamResult.Scored;

class TeamResultTest {

    private static final Instant AT = Instant.parse("2026-11-05T10:00:00Z");

    private static Scored scored(int id, String score, int second) {
        return new Scored(new UUID(0, id), new BigDecimal(score), AT.plusSeconds(second));
    }

    @Test
    void aBetterScoreTakesThePlace() {
        TeamResult result = TeamResult.of(scored(1, "0.9", 1)).with(scored(2, "0.8", 2), Direction.MINIMIZE);
        assertThat(result).isEqualTo(new TeamResult(scored(2, "0.8", 2), 2));
    }

    @Test
    void aWorseOneCountsOnly() {
        TeamResult result = TeamResult.of(scored(1, "0.9", 1)).with(scored(2, "0.8", 2), Direction.MAXIMIZE);
        assertThat(result).isEqualTo(new TeamResult(scored(1, "0.9", 1), 2));
    }

    @Test
    void ofEqualScoresTheEarliestAcceptedStands() {
        TeamResult result = TeamResult.of(scored(1, "0.90", 5)).with(scored(2, "0.9", 2), Direction.MAXIMIZE);
        assertThat(result.best()).isEqualTo(scored(2, "0.9", 2));
    }

    @Test
    void theOrderOfEventsDoesNotMatter() {
        List<Scored> all = List.of(
                scored(1, "0.5", 3),
                scored(2, "0.5", 3),
                scored(3, "0.6", 1),
                scored(4, "0.5", 2),
                scored(5, "0.7", 0));
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            List<Scored> order = new ArrayList<>(all);
            Collections.shuffle(order, random);
            TeamResult result = TeamResult.of(order.getFirst());
            for (Scored next : order.subList(1, order.size())) {
                result = result.with(next, Direction.MINIMIZE);
            }
            assertThat(result).isEqualTo(new TeamResult(scored(4, "0.5", 2), 5));
        }
    }
}
