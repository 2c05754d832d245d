package podium.scoring.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import podium.kit.event.EventJson;
import podium.kit.test.EventContracts;

/** Every golden example of the events that are read. */
class SubmissionEventsTest {
    private static final UUID CONTEST = UUID.fromString("0198c2a0-0000-7000-8000-0000000000c1");
    private static final UUID TEAM = UUID.fromString("0198c2a0-0000-7000-8000-0000000000a1");
    private static final UUID SUBMISSION = UUID.fromString("0198c2a0-0000-7000-8000-0000000000b1");
    private static final Instant ACCEPTED = Instant.parse("2026-11-05T10:00:00.412Z");

    @Test
    void submissionAccepted() throws JsonProcessingException {
        for (String example : EventContracts.examples("SubmissionAccepted").values()) {
            assertThat(read(example, SubmissionAccepted.class))
                    .isEqualTo(new SubmissionAccepted(
                            SUBMISSION,
                            CONTEST,
                            TEAM,
                            1,
                            new SubmissionAccepted.File(
                                    UUID.fromString("0198c2a0-0000-7000-8000-0000000000f1"),
                                    123456,
                                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                                    "gzip"),
                            ACCEPTED));
        }
    }

    @Test
    void scoringAbandoned() throws JsonProcessingException {
        for (String example : EventContracts.examples("ScoringAbandoned").values()) {
            assertThat(read(example, ScoringAbandoned.class))
                    .isEqualTo(new ScoringAbandoned(SUBMISSION, CONTEST, TEAM, 1, 3, ACCEPTED));
        }
    }

    private static <T> T read(String json, Class<T> type) throws JsonProcessingException {
        return EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
