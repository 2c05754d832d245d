package podium.submission.overdue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
    @Test
    void waits_twice_as_long_after_each_emission() {
        Instant noon = Instant.parse("2026-11-05T12:00:00Z");

        assertThat(Reconciler.dueAt(noon, Duration.ofSeconds(30), 1)).isEqualTo("2026-11-05T12:00:30Z");
        assertThat(Reconciler.dueAt(noon, Duration.ofSeconds(30), 2)).isEqualTo("2026-11-05T12:01:00Z");
        assertThat(Reconciler.dueAt(noon, Duration.ofSeconds(30), 3)).isEqualTo("2026-11-05T12:02:00Z");
    }
}
