package podium.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void onATerminalTheMovingPartIsDrawnAnewUnderTheLines() {
        Screen screen = new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), true);
        screen.show(List.of("one", "two"));
        screen.line("said");
        assertThat(shown()).isEqualTo("one\ntwo\n\u001b[2A\u001b[Jsaid\none\ntwo\n");
    }

    @Test
    void elsewhereThereAreOnlyLines() {
        Screen screen = new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
        screen.show(List.of("one"));
        screen.line(screen.bold("said"));
        assertThat(shown()).isEqualTo("said\n");
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
