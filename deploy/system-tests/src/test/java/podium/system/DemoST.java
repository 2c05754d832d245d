package podium.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import podium.local.demo.Demo;
import podium.local.demo.Screen;
import podium.local.platform.Platform;

/** The demo is played, as a newcomer would see it. */
class DemoST {
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    @Test
    void theDemoIsPlayedWithinAMinute() {
        // Given
        Platform platform = SharedPlatform.get();
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        Demo demo = new Demo(
                platform.origin(),
                Clock.systemUTC(),
                new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8), false));

        // When
        long began = System.nanoTime();
        demo.play();
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        // Then
        String text = shown.toString(StandardCharsets.UTF_8);
        System.out.println(text);
        assertThat(took).isLessThan(AT_MOST);
        assertThat(text).contains("refused").contains("The winner is").contains("rejected");
    }
}
