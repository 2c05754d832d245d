package podium.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    @ParameterizedTest
    @CsvSource({"1, 100", "2, 200", "3, 400", "6, 3200", "7, 5000", "8, 5000", "1000, 5000"})
    void doublesUpToTheCap(int failures, long expectedMillis) {
        Duration pause = BACKOFF.after(failures, always(0));

        assertThat(pause).isEqualTo(Duration.ofMillis(expectedMillis));
    }

    @Test
    void takesAwayUpToHalf() {
        Duration pause = BACKOFF.after(3, always(-1L));

        assertThat(pause).isBetween(Duration.ofMillis(200), Duration.ofMillis(201));
    }

    @Test
    void refusesDurationsThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
    }

    private static RandomGenerator always(long bits) {
        return () -> bits;
    }
}
