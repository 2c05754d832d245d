package podium.submission.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podium.kit.event.EventJson;
import podium.kit.test.EventContracts;
import podium.submission.definition.ContestDefinition;
import podium.submission.definition.ContestDefinition.BoardRules;
import podium.submission.definition.ContestDefinition.Kind;
import podium.submission.definition.ContestDefinition.OutOfRange;
import podium.submission.definition.ContestDefinition.ScoreRelease;
import podium.submission.definition.ContestDefinition.Submissions;
import podium.submission.definition.ContestDefinition.Task;
import podium.submission.definition.ContestDefinition.Teams;
import podium.submission.definition.ContestDefinition.Terms;
import podium.submission.definition.ContestDefinition.Visibility;

class ContestTest {
    private static final Instant OPENED = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant DEADLINE = Instant.parse("2026-12-01T12:00:00Z");

    @Test
    void an_upload_in_progress_has_the_grace() {
        Contest closed = contest(ContestState.CLOSED, times(DEADLINE));
        Instant inTime = DEADLINE.minusSeconds(1);

        assertThat(closed.accepts(inTime, DEADLINE.plusSeconds(60))).isTrue();
        assertThat(closed.accepts(inTime, DEADLINE.plusSeconds(60).plusMillis(1)))
                .isFalse();
    }

    @Test
    void a_cancelled_contest_takes_nothing() {
        Contest cancelled = contest(ContestState.CANCELLED, times(DEADLINE));

        assertThat(cancelled.takesUploadsOf(DEADLINE.minusSeconds(1))).isFalse();
        assertThat(cancelled.accepts(DEADLINE.minusSeconds(1), DEADLINE)).isFalse();
    }

    @Test
    void people_enter_from_the_opening_to_the_deadline() {
        assertThat(contest(ContestState.OPEN, times(null)).underWay(DEADLINE.minusMillis(1)))
                .isTrue();
        assertThat(contest(ContestState.PAUSED, times(null)).underWay(DEADLINE.minusMillis(1)))
                .isTrue();
        assertThat(contest(ContestState.OPEN, times(null)).underWay(DEADLINE)).isFalse();
        assertThat(contest(ContestState.DRAFT, Timeline.until(DEADLINE)).underWay(OPENED))
                .isFalse();
        assertThat(contest(ContestState.CANCELLED, times(DEADLINE)).underWay(OPENED))
                .isFalse();
    }

    @Test
    void a_contest_that_was_given_up_before_it_was_announced_shows_itself_to_nobody() {
        assertThat(contest(ContestState.CANCELLED, Timeline.until(DEADLINE)).audience())
                .isEqualTo(Visibility.INVITED);
        assertThat(contest(ContestState.CANCELLED, times(DEADLINE)).audience()).isEqualTo(Visibility.PUBLIC);
        assertThat(contest(ContestState.DRAFT, Timeline.until(DEADLINE)).audience())
                .isEqualTo(Visibility.PUBLIC);
    }

    @Test
    void every_state_is_told_as_the_contract_demands() {
        for (ContestState state : ContestState.values()) {
            Timeline all = new Timeline(DEADLINE, OPENED, OPENED, OPENED, OPENED, OPENED, DEADLINE, DEADLINE);

            String event = EventJson.write(ContestChanged.of(contest(state, all), OPENED));

            EventContracts.assertValid("ContestChanged", event);
            assertThat(event).contains("\"state\":\"" + state.wire() + "\"");
        }
        EventContracts.assertValid(
                "ContestChanged",
                EventJson.write(ContestChanged.of(contest(ContestState.DRAFT, Timeline.until(DEADLINE)), OPENED)));
    }

    private static Timeline times(@Nullable Instant closedAt) {
        return new Timeline(DEADLINE, OPENED, OPENED, null, null, null, closedAt, null);
    }

    private static Contest contest(ContestState state, Timeline timeline) {
        ContestDefinition definition = new ContestDefinition(
                "who-earns",
                "Who earns?",
                "Predict.",
                "UTC",
                null,
                DEADLINE,
                null,
                null,
                Visibility.PUBLIC,
                new Task("class", Kind.BINARY, "1", List.of(), "roc-auc", Map.of(), 4, null, OutOfRange.REJECT, null),
                new Submissions(5, 1000, 2, 60),
                new BoardRules(ScoreRelease.LADDER, null),
                new Teams(1),
                new Terms("Be fair."),
                null,
                null,
                null);
        return new Contest(
                new UUID(0, 1),
                "who-earns",
                1,
                state,
                definition,
                Set.of("olga"),
                1,
                "0".repeat(64),
                OPENED,
                timeline,
                "Because.");
    }
}
