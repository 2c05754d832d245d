package podium.scoring.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import podium.kit.event.EventJson;
import podium.kit.test.EventContracts;
import podium.scoring.metric.Direction;
import podium.scoring.prediction.PredictionReading;
import podium.scoring.prediction.Problem;
import podium.scoring.prediction.ProblemKind;
import podium.scoring.statistics.BlockScore;

/** What is sent is under contract: the golden examples, made by our own hands. */
class OutcomeEventsTest {
    private static final Submission SUBMISSION = new Submission(
            UUID.fromString("0198c2a0-0000-7000-8000-0000000000b1"),
            UUID.fromString("0198c2a0-0000-7000-8000-0000000000c1"),
            UUID.fromString("0198c2a0-0000-7000-8000-0000000000a1"),
            1,
            Instant.parse("2026-11-05T10:00:00.412Z"));

    @Test
    void aScoreIsTheGoldenExample() {
        OutcomeEntity outcome =
                OutcomeEntity.of(SUBMISSION, 1, scored(0.87311, 0.8702), Instant.parse("2026-11-05T10:00:00.501Z"));
        outcome.releasedScore = new BigDecimal("0.8731");

        assertGolden("SubmissionScored", "roc-auc.json", OutcomeEvents.payload(outcome));
    }

    @Test
    void statisticsAreTheGoldenExample() {
        OutcomeEntity outcome =
                OutcomeEntity.of(SUBMISSION, 1, scored(0.87311, 0.8702), Instant.parse("2026-11-05T10:00:00.501Z"));

        assertGolden("ScoreStatistics", "four-blocks.json", OutcomeEvents.statistics(outcome));
    }

    @Test
    void aRejectionIsTheGoldenExample() {
        PredictionReading.Malformed malformed = new PredictionReading.Malformed(
                List.of(
                        new Problem(ProblemKind.NOT_A_NUMBER, 17L, "salary-class", "n/a", "a number between 0 and 1"),
                        Problem.ofFile(
                                ProblemKind.MISSING_ID,
                                "a row for every id of test.csv; 2 are missing, the first is 8123")),
                Map.of(ProblemKind.NOT_A_NUMBER, 1L, ProblemKind.MISSING_ID, 2L));
        OutcomeEntity outcome = OutcomeEntity.of(
                SUBMISSION, 1, new Outcome.Rejected(malformed), Instant.parse("2026-11-05T10:00:00.501Z"));

        assertGolden("SubmissionRejected", "malformed.json", OutcomeEvents.payload(outcome));
    }

    @Test
    void aFailureIsTheGoldenExample() {
        OutcomeEntity outcome = OutcomeEntity.of(
                SUBMISSION,
                1,
                new Outcome.Failed("not scored after 3 attempts"),
                Instant.parse("2026-11-05T10:10:00.120Z"));

        assertGolden("SubmissionFailed", "abandoned.json", OutcomeEvents.payload(outcome));
    }

    @Test
    void whatMayNotBeToldIsInNoText() {
        Outcome.Scored outcome = scored(0.123456, 0.654321);
        ReleasedScore released =
                new ReleasedScore(SUBMISSION, "rmse", Direction.MINIMIZE, 4, new BigDecimal("0.1235"), 0.654321);

        assertThat(outcome.toString()).doesNotContain("0.123456", "0.654321");
        assertThat(OutcomeEvents.statistics(OutcomeEntity.of(SUBMISSION, 1, outcome, Instant.EPOCH))
                        .toString())
                .doesNotContain("0.123456");
        assertThat(new LastRelease(new BigDecimal("0.1235"), outcome.publicScore()).toString())
                .doesNotContain("0.123456");
        assertThat(released.toString()).doesNotContain("0.654321");
    }

    private static Outcome.Scored scored(double publicScore, double privateScore) {
        double[] withoutBlock = {0.8725, 0.8741, 0.87299, 0.87278};
        return new Outcome.Scored(
                "roc-auc",
                1,
                Direction.MAXIMIZE,
                4,
                32,
                new BlockScore(publicScore, withoutBlock),
                new BlockScore(privateScore, new double[] {0.87}));
    }

    private static void assertGolden(String type, String example, Object payload) {
        String json = EventJson.write(payload);
        EventContracts.assertValid(type, json);
        String golden = Objects.requireNonNull(EventContracts.examples(type).get(example), example);
        assertThat(tree(json)).isEqualTo(tree(golden));
    }

    private static JsonNode tree(String json) {
        try {
            return EventJson.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
