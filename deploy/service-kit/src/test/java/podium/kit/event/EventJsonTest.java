package podium.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    private record Payload(
            String name, Instant at, @Nullable String note, Optional<String> hint, List<Double> values) {}

    @Test
    void writesInstantsWithThreeDecimalsAndLeavesOutWhatIsAbsent() {
        var payload = new Payload("a", Instant.parse("2026-11-05T10:00:00Z"), null, Optional.empty(), List.of(0.5));

        String json = EventJson.write(payload);

        assertThat(json).isEqualTo("{\"name\":\"a\",\"at\":\"2026-11-05T10:00:00.000Z\",\"values\":[0.5]}");
    }

    @Test
    void readsWhatItKnowsAndIgnoresTheRest() throws JsonProcessingException {
        String json = "{\"name\":\"a\",\"at\":\"2026-11-05T10:00:00.4Z\",\"hint\":\"h\",\"values\":[],\"later\":{}}";

        Payload payload = EventJson.read(json.getBytes(UTF_8), Payload.class);

        assertThat(payload)
                .isEqualTo(
                        new Payload("a", Instant.parse("2026-11-05T10:00:00.400Z"), null, Optional.of("h"), List.of()));
    }

    @Test
    void refusesWhatFollowsTheValue() {
        assertThatThrownBy(() -> EventJson.read("{} {}".getBytes(UTF_8), Payload.class))
                .isInstanceOf(JsonProcessingException.class);
    }
}
