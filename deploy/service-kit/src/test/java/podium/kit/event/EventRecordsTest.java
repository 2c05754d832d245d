package podium.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventRecordsTest {

    private static final Event<byte[]> EVENT = new Event<>(
            UUID.fromString("0198c2a0-0000-7000-8000-0000000000b1"),
            "podium.Greeted",
            "/greeter",
            Instant.parse("2026-11-05T10:00:00.412Z"),
            "Ada",
            "{}".getBytes(UTF_8));

    @Test
    void readsWhatItWrote() {
        var written = EventRecords.record("greetings", EVENT);

        var read = EventRecords.read(written.key(), written.headers(), written.value());

        assertThat(read).isEqualTo(EVENT);
    }

    @Test
    void takesTheSubjectForAMissingKeyAndAnyOffsetForUtc() {
        Headers headers = with("ce_time", "2026-11-05T11:00:00.4129+01:00");

        var read = EventRecords.read(null, headers, EVENT.data());

        assertThat(read.key()).isEqualTo("Ada");
        assertThat(read.time()).isEqualTo(EVENT.time());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_type", "ce_source", "ce_time"})
    void refusesARecordWithoutAnAttribute(String header) {
        Headers headers = EventRecords.record("greetings", EVENT).headers().remove(header);

        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> EventRecords.read("Ada", headers, EVENT.data()))
                .withMessage("the header " + header + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3, 'ce_specversion is 0.3, expected 1.0'",
        "ce_id, 1-2-3-4-5, ce_id is not a UUID: 1-2-3-4-5",
        "ce_time, yesterday, ce_time is not a timestamp: yesterday"
    })
    void refusesAWrongAttribute(String header, String value, String reason) {
        Headers headers = with(header, value);

        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> EventRecords.read("Ada", headers, EVENT.data()))
                .withMessage(reason);
    }

    @Test
    void refusesATombstone() {
        Headers headers = EventRecords.record("greetings", EVENT).headers();

        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> EventRecords.read("Ada", headers, null))
                .withMessage("the record has no value");
    }

    private static Headers with(String header, String value) {
        return EventRecords.record("greetings", EVENT).headers().remove(header).add(header, value.getBytes(UTF_8));
    }
}
