package podium.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TickerTest {

    @Test
    void goes_on_after_a_failure() throws InterruptedException {
        CountDownLatch ticks = new CountDownLatch(3);

        try (Ticker _ = Ticker.start("failing", Duration.ofMillis(1), () -> {
            ticks.countDown();
            throw new IllegalStateException("The database is away");
        })) {
            assertThat(ticks.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void does_nothing_after_its_end() throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        Ticker ticker = Ticker.start("counting", Duration.ofMillis(1), () -> {
            done.incrementAndGet();
            first.countDown();
        });
        assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();

        ticker.close();

        int atTheEnd = done.get();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(each -> each.getName().equals("counting"));
        assertThat(done.get()).isEqualTo(atTheEnd);
    }
}
