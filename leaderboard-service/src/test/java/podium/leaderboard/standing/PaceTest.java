package podium.leaderboard.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant LAST = Instant.parse("2026-11-05T10:00:00Z");

    private final Pace pace = new Pace(Duration.ofMillis(250));

    @Test
    void theFirstVersionDoesNotWait() {
        assertThat(pace.wait(null, LAST)).isZero();
    }

    @Test
    void afterAPauseAChangeDoesNotWait() {
        assertThat(pace.wait(LAST, LAST.plusMillis(250))).isZero();
        assertThat(pace.wait(LAST, LAST.plusSeconds(60))).isZero();
    }

    @Test
    void soonAfterAVersionAChangeWaitsForTheRestOfTheInterval() {
        assertThat(pace.wait(LAST, LAST.plusMillis(100))).isEqualTo(Duration.ofMillis(150));
        assertThat(pace.wait(LAST, LAST)).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void aClockThatWasSetBackDoesNotStopTheBoard() {
        assertThat(pace.wait(LAST, LAST.minusMillis(100))).isEqualTo(Duration.ofMillis(250));
        assertThat(pace.wait(LAST, LAST.minusSeconds(3600))).isZero();
    }
}
