package podium.submission.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import podium.submission.status.SubmissionState;

class TransitionTest {
    @Test
    void the_first_score_counts_also_after_a_failure() {
        assertThat(Transition.scores(SubmissionState.ACCEPTED, null, 1)).isTrue();
        assertThat(Transition.scores(SubmissionState.FAILED, null, 1)).isTrue();
    }

    @Test
    void a_rescore_counts_and_an_older_or_repeated_score_does_not() {
        assertThat(Transition.scores(SubmissionState.SCORED, 1, 2)).isTrue();
        assertThat(Transition.scores(SubmissionState.SCORED, 2, 2)).isFalse();
        assertThat(Transition.scores(SubmissionState.SCORED, 2, 1)).isFalse();
        assertThat(Transition.scores(SubmissionState.REJECTED, null, 1)).isFalse();
        assertThat(Transition.scores(SubmissionState.REJECTED, null, 2)).isTrue();
    }

    @Test
    void only_what_has_no_outcome_is_rejected_or_fails() {
        assertThat(Transition.ends(SubmissionState.ACCEPTED)).isTrue();
        assertThat(Transition.ends(SubmissionState.SCORED)).isFalse();
        assertThat(Transition.ends(SubmissionState.REJECTED)).isFalse();
        assertThat(Transition.ends(SubmissionState.FAILED)).isFalse();
    }
}
