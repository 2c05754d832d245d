package podium.submission.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class QuotaTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 5);

    @Test
    void counts_by_the_utc_day_of_receipt() {
        assertThat(Quota.dayOf(Instant.parse("2026-11-05T23:59:59.999Z"))).isEqualTo(DAY);
        assertThat(Quota.dayOf(Instant.parse("2026-11-06T00:00:00Z"))).isEqualTo(DAY.plusDays(1));
    }

    @Test
    void says_what_is_left() {
        assertThat(new Quota(DAY, 5, 0).remaining()).isEqualTo(5);
        assertThat(new Quota(DAY, 5, 4).plusOne()).isEqualTo(new Quota(DAY, 5, 5));
        assertThat(new Quota(DAY, 5, 4).exhausted()).isFalse();
        assertThat(new Quota(DAY, 5, 5).exhausted()).isTrue();
    }

    @Test
    void a_late_score_can_use_more_than_the_limit() {
        Quota quota = new Quota(DAY, 5, 6);

        assertThat(quota.exhausted()).isTrue();
        assertThat(quota.remaining()).isZero();
    }

    @Test
    void renews_at_the_next_midnight_utc() {
        Quota quota = new Quota(DAY, 5, 5);

        assertThat(quota.renewsAt()).isEqualTo(Instant.parse("2026-11-06T00:00:00Z"));
        assertThat(quota.renewsIn(Instant.parse("2026-11-05T22:30:00Z"))).isEqualTo(Duration.ofMinutes(90));
        assertThat(quota.renewsIn(Instant.parse("2026-11-05T23:59:59.900Z"))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void refuses_nonsense() {
        assertThatThrownBy(() -> new Quota(DAY, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quota(DAY, 1, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
