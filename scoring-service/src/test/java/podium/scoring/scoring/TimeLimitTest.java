package podium.scoring.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    @Test
    void aThreadThatWaitsIsInterruptedAndOneThatGoesOnIsStopped() {
        try (TimeLimit time = new TimeLimit(clock, Duration.ofMillis(20))) {
            assertThatThrownBy(() -> new CountDownLatch(1).await()).isInstanceOf(InterruptedException.class);

            assertThat(time.isOver()).isTrue();
            assertThatThrownBy(time::check).isInstanceOf(TimeLimit.OverException.class);
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void whatEndsInTimeIsLeftAlone() {
        TimeLimit time = new TimeLimit(clock, Duration.ofHours(1));
        time.check();
        time.close();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(time.isOver()).isFalse();
    }
}
