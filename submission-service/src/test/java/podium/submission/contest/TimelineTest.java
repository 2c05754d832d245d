package podium.submission.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant OPENED = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant PAUSED = Instant.parse("2026-11-10T00:00:00Z");
    private static final Instant RESUMED = Instant.parse("2026-11-12T00:00:00Z");
    private static final Instant DEADLINE = Instant.parse("2026-12-01T12:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(60);

    @Test
    void the_moment_of_receipt_is_held_against_the_deadline() {
        Timeline open = timeline(null, null, null, null);

        assertThat(open.takesUploadsOf(DEADLINE.minusMillis(1))).isTrue();
        assertThat(open.takesUploadsOf(DEADLINE)).isFalse();
        assertThat(open.takesUploadsOf(OPENED)).isTrue();
        assertThat(open.takesUploadsOf(OPENED.minusMillis(1))).isFalse();
    }

    @Test
    void what_was_received_in_time_may_begin_after_the_close() {
        Timeline closed = timeline(null, null, DEADLINE, null);

        assertThat(closed.takesUploadsOf(DEADLINE.minusMillis(1))).isTrue();
        assertThat(closed.takesUploadsOf(DEADLINE)).isFalse();
    }

    @Test
    void an_early_close_moves_the_deadline() {
        Instant early = DEADLINE.minusSeconds(3600);
        Timeline closed = timeline(null, null, early, null);

        assertThat(closed.deadline()).isEqualTo(early);
        assertThat(closed.takesUploadsOf(early.plusSeconds(1))).isFalse();
        assertThat(closed.lastAcceptance(GRACE)).isEqualTo(early.plusSeconds(60));
    }

    @Test
    void nothing_comes_in_before_the_opening_or_after_the_settlement() {
        assertThat(Timeline.until(DEADLINE).takesUploadsOf(DEADLINE.minusSeconds(1)))
                .isFalse();
        assertThat(timeline(null, null, DEADLINE, DEADLINE.plusSeconds(61)).takesUploadsOf(DEADLINE.minusSeconds(1)))
                .isFalse();
    }

    @Test
    void nothing_that_is_received_in_a_pause_comes_in_not_even_afterwards() {
        Timeline paused = timeline(PAUSED, null, null, null);
        Timeline resumed = timeline(PAUSED, RESUMED, null, null);

        assertThat(paused.takesUploadsOf(PAUSED.minusMillis(1))).isTrue();
        assertThat(paused.takesUploadsOf(PAUSED)).isFalse();
        assertThat(resumed.takesUploadsOf(PAUSED.minusMillis(1))).isTrue();
        assertThat(resumed.takesUploadsOf(PAUSED)).isFalse();
        assertThat(resumed.takesUploadsOf(RESUMED.minusMillis(1))).isFalse();
        assertThat(resumed.takesUploadsOf(RESUMED)).isTrue();
    }

    @Test
    void an_upload_that_a_pause_surprises_has_the_grace() {
        assertThat(timeline(PAUSED, null, null, null).lastAcceptance(GRACE)).isEqualTo(PAUSED.plusSeconds(60));
        assertThat(timeline(PAUSED, RESUMED, null, null).lastAcceptance(GRACE)).isEqualTo(DEADLINE.plusSeconds(60));
    }

    private static Timeline timeline(
            @Nullable Instant paused, @Nullable Instant resumed, @Nullable Instant closed, @Nullable Instant settled) {
        return new Timeline(DEADLINE, OPENED, OPENED, null, paused, resumed, closed, settled);
    }
}
