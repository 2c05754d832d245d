package podium.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServerSentEventsTest {
    private final ServerSentEvents parser = new ServerSentEvents();

    @Test
    void anEventEndsWithAnEmptyLine() {
        assertThat(read("retry: 1000", "id: 1-7", "event: standings", "data: {\"a\":1}", ""))
                .containsExactly(new ServerEvent("1-7", "standings", "{\"a\":1}"));
        assertThat(parser.retryMillis()).contains(1000L);
    }

    @Test
    void linesOfDataAreJoinedAndOneSpaceIsTaken() {
        assertThat(read("data:a", "data:  b", "data", "")).containsExactly(new ServerEvent(null, "message", "a\n b\n"));
    }

    @Test
    void commentsAndUnknownFieldsAreSkippedAndTheIdStays() {
        assertThat(read(": heartbeat", "", "id: 1-1", "data: x", "", "colour: red", "event: e", "data: y", ""))
                .containsExactly(new ServerEvent("1-1", "message", "x"), new ServerEvent("1-1", "e", "y"));
    }

    @Test
    void withoutDataThereIsNoEvent() {
        assertThat(read("event: e", "", "data: x", "")).containsExactly(new ServerEvent(null, "message", "x"));
    }

    private List<ServerEvent> read(String... lines) {
        return List.of(lines).stream()
                .flatMap(line -> parser.line(line).stream())
                .toList();
    }
}
