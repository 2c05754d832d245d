package podium.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.kit.event.EventJson;
import podium.kit.test.EventContracts;
import podium.submission.data.DatasetAudited;
import podium.submission.data.DatasetReleased;
import podium.submission.definition.ContestDefinition.Direction;
import podium.submission.outcome.PrivateScoresComplete;
import podium.submission.outcome.SubmissionFailed;
import podium.submission.outcome.SubmissionRejected;
import podium.submission.outcome.SubmissionScored;
import podium.submission.outcome.WinnerConfirmed;
import podium.submission.overdue.ScoringAbandoned;
import podium.submission.selection.ContestSettled;
import podium.submission.status.SubmissionAccepted;
import podium.submission.team.TeamChanged;
import podium.submission.terms.EntrantChanged;

/** This service's records against the contract: every golden example is read, and what is sent is valid. */
class EventsTest {
    private static final UUID SUBMISSION = UUID.fromString("0198c2a0-0000-7000-8000-0000000000b1");
    private static final UUID CONTEST = UUID.fromString("0198c2a0-0000-7000-8000-0000000000c1");
    private static final UUID TEAM = UUID.fromString("0198c2a0-0000-7000-8000-0000000000a1");
    private static final Instant NOON = Instant.parse("2026-11-05T12:00:00Z");

    @Test
    void reads_every_example_of_what_it_consumes() throws JsonProcessingException {
        for (String json : EventContracts.examples("SubmissionScored").values()) {
            assertThat(read(json, SubmissionScored.class).submissionId()).isEqualTo(SUBMISSION);
        }
        for (String json : EventContracts.examples("SubmissionRejected").values()) {
            assertThat(read(json, SubmissionRejected.class).problems()).isNotEmpty();
        }
        for (String json : EventContracts.examples("SubmissionFailed").values()) {
            assertThat(read(json, SubmissionFailed.class).reason()).isNotEmpty();
        }
        for (String json : EventContracts.examples("DatasetAudited").values()) {
            assertThat(read(json, DatasetAudited.class).step()).isNotEmpty();
        }
        for (String json : EventContracts.examples("WinnerConfirmed").values()) {
            assertThat(read(json, WinnerConfirmed.class))
                    .isEqualTo(new WinnerConfirmed(
                            CONTEST,
                            TEAM,
                            SUBMISSION,
                            "6f1c1f6e-9a55-4f0e-8d5e-0d5d6a1f0002",
                            Instant.parse("2026-12-15T10:00:00Z")));
        }
        for (String json : EventContracts.examples("PrivateScoresComplete").values()) {
            assertThat(read(json, PrivateScoresComplete.class).contestId()).isEqualTo(CONTEST);
        }
        for (String json : EventContracts.examples("DatasetReleased").values()) {
            assertThat(read(json, DatasetReleased.class).files()).isNotEmpty();
        }
    }

    @Test
    void reads_what_the_examples_say() throws JsonProcessingException {
        assertThat(read(example("SubmissionScored", "roc-auc.json"), SubmissionScored.class))
                .isEqualTo(new SubmissionScored(
                        SUBMISSION, CONTEST, 1, Direction.MAXIMIZE, 0.8731, Instant.parse("2026-11-05T10:00:00.501Z")));
        SubmissionRejected rejected = read(example("SubmissionRejected", "malformed.json"), SubmissionRejected.class);
        assertThat(rejected.problems().get(0).get("line").intValue()).isEqualTo(17);
        assertThat(rejected.counts().get("missing-id").intValue()).isEqualTo(2);
        DatasetReleased released = read(example("DatasetReleased", "released.json"), DatasetReleased.class);
        assertThat(released.files().get(1))
                .isEqualTo(new DatasetReleased.File(
                        "test.csv",
                        UUID.fromString("0198c2a0-0000-7000-8000-0000000000f2"),
                        348_576,
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        9000));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 123_000_000})
    void writes_what_the_schemas_demand(int nanos) {
        Instant at = NOON.plusNanos(nanos);
        EventContracts.assertValid(
                "ScoringAbandoned", EventJson.write(new ScoringAbandoned(SUBMISSION, CONTEST, TEAM, 1, 3, at, at)));
        EventContracts.assertValid(
                "SubmissionAccepted",
                EventJson.write(new SubmissionAccepted(
                        SUBMISSION,
                        CONTEST,
                        TEAM,
                        1,
                        1,
                        new SubmissionAccepted.File(SUBMISSION, 12, "0".repeat(64), "zstd"),
                        at,
                        at)));
        EventContracts.assertValid(
                "EntrantChanged", EventJson.write(new EntrantChanged(CONTEST, "ada", 1, "invited", at)));
        EventContracts.assertValid(
                "EntrantChanged", EventJson.write(new EntrantChanged(CONTEST, "ada", 2, "accepted", at)));
        EventContracts.assertValid(
                "TeamChanged",
                EventJson.write(new TeamChanged(CONTEST, TEAM, 1, "Gradient Descenders", List.of("ada"), false, at)));
        EventContracts.assertValid(
                "ContestSettled",
                EventJson.write(new ContestSettled(
                        CONTEST, 17, List.of(new ContestSettled.TeamSelection(TEAM, List.of(SUBMISSION))), at)));
    }

    private static String example(String type, String file) {
        return Objects.requireNonNull(EventContracts.examples(type).get(file), file);
    }

    private static <T> T read(String json, Class<T> type) throws JsonProcessingException {
        return EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
