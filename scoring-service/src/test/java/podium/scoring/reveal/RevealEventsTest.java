package podium.scoring.reveal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import podium.kit.event.EventJson;
import podium.kit.test.EventContracts;
import podium.scoring.metric.Direction;
import podium.scoring.release.ReleasedScore;
import podium.scoring.release.Submission;

/** What is read and sent is under contract. */
class RevealEventsTest {
    private static final UUID CONTEST = UUID.fromString("0198c2a0-0000-7000-8000-0000000000c1");
    private static final UUID TEAM = UUID.fromString("0198c2a0-0000-7000-8000-0000000000a1");
    private static final UUID SUBMISSION = UUID.fromString("0198c2a0-0000-7000-8000-0000000000b1");

    @Test
    void readsEveryGoldenExampleOfContestSettled() throws JsonProcessingException {
        for (String example : EventContracts.examples("ContestSettled").values()) {
            ContestSettled settled = EventJson.read(example.getBytes(StandardCharsets.UTF_8), ContestSettled.class);

            assertThat(settled)
                    .isEqualTo(new ContestSettled(
                            CONTEST,
                            17,
                            List.of(new ContestSettled.FinalSelection(TEAM, List.of(SUBMISSION))),
                            Instant.parse("2026-12-01T12:01:00Z")));
        }
    }

    @Test
    void aRevealIsTheGoldenExample() {
        Submission submission = new Submission(SUBMISSION, CONTEST, TEAM, 1, Instant.parse("2026-11-05T10:00:00.412Z"));
        ReleasedScore score =
                new ReleasedScore(submission, "roc-auc", Direction.MAXIMIZE, 4, new BigDecimal("0.8731"), 0.870207);
        FinalChoice choice = new FinalChoice(score, FinalChoice.Selection.EXPLICIT);

        RevealEntity reveal = RevealEntity.of(choice, Instant.parse("2026-12-01T12:01:00.300Z"));

        assertGolden("PrivateScoreRevealed", "explicit.json", reveal.event());
    }

    @Test
    void completionIsTheGoldenExample() {
        assertGolden(
                "PrivateScoresComplete",
                "complete.json",
                new PrivateScoresComplete(CONTEST, 8, Instant.parse("2026-12-01T12:01:00.300Z")));
    }

    private static void assertGolden(String type, String example, Object payload) {
        String json = EventJson.write(payload);
        EventContracts.assertValid(type, json);
        assertThat(json)
                .isEqualToIgnoringWhitespace(EventContracts.examples(type).get(example));
    }
}
