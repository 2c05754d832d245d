package podium.submission.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podium.submission.definition.ContestDefinition;
import podium.submission.definition.ContestDefinition.BoardRules;
import podium.submission.definition.ContestDefinition.Kind;
import podium.submission.definition.ContestDefinition.Metric;
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
    void the_moment_of_receipt_is_held_against_the_deadline() {
        Contest open = contest(ContestState.OPEN, null, null);

        assertThat(open.takesUploadsOf(DEADLINE.minusMillis(1))).isTrue();
        assertThat(open.takesUploadsOf(DEADLINE)).isFalse();
        assertThat(open.takesUploadsOf(OPENED.minusMillis(1))).isFalse();
    }

    @Test
    void what_was_received_in_time_may_begin_after_the_close() {
        Contest closed = contest(ContestState.CLOSED, DEADLINE, null);

        assertThat(closed.takesUploadsOf(DEADLINE.minusMillis(1))).isTrue();
        assertThat(closed.takesUploadsOf(DEADLINE)).isFalse();
    }

    @Test
    void an_upload_in_progress_has_the_grace() {
        Contest closed = contest(ContestState.CLOSED, DEADLINE, null);
        Instant inTime = DEADLINE.minusSeconds(1);

        assertThat(closed.accepts(inTime, DEADLINE.plusSeconds(60))).isTrue();
        assertThat(closed.accepts(inTime, DEADLINE.plusSeconds(60).plusMillis(1)))
                .isFalse();
    }

    @Test
    void an_early_close_moves_the_deadline() {
        Instant early = DEADLINE.minusSeconds(3600);
        Contest closed = contest(ContestState.CLOSED, early, null);

        assertThat(closed.deadline()).isEqualTo(early);
        assertThat(closed.takesUploadsOf(early.plusSeconds(1))).isFalse();
    }

    @Test
    void nothing_comes_into_a_draft_or_a_settled_contest() {
        assertThat(contest(ContestState.DRAFT, null, null).takesUploadsOf(DEADLINE.minusSeconds(1)))
                .isFalse();
        assertThat(contest(ContestState.CLOSED, DEADLINE, DEADLINE.plusSeconds(61))
                        .takesUploadsOf(DEADLINE.minusSeconds(1)))
                .isFalse();
    }

    private static Contest contest(ContestState state, @Nullable Instant closedAt, @Nullable Instant settledAt) {
        ContestDefinition definition = new ContestDefinition(
                "who-earns",
                "Who earns?",
                "Predict.",
                "UTC",
                null,
                DEADLINE,
                Visibility.PUBLIC,
                new Task("class", Kind.BINARY, "1", Metric.ROC_AUC, 4, null, OutOfRange.REJECT),
                new Submissions(5, 1000, 2, 60),
                new BoardRules(ScoreRelease.LADDER, null),
                new Teams(1),
                new Terms("Be fair."));
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
                state == ContestState.DRAFT ? null : OPENED,
                closedAt,
                settledAt);
    }
}
