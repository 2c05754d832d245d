package podium.submission.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import podium.submission.definition.ContestDefinition.Direction;

class TargetScoreTest {
    /** The Netflix Prize: a tenth less than the 0.9525 of Cinematch on the test set, 0.8572 as it was announced. */
    private static final TargetScore NETFLIX = new TargetScore(new BigDecimal("0.9525"), new BigDecimal("0.1"), 30);

    @Test
    void a_tenth_less_error_qualifies() {
        assertThat(NETFLIX.score(Direction.MINIMIZE)).isEqualByComparingTo("0.85725");
        assertThat(NETFLIX.reachedBy(0.8572, Direction.MINIMIZE)).isTrue();
        assertThat(NETFLIX.reachedBy(0.8573, Direction.MINIMIZE)).isFalse();
        assertThat(NETFLIX.reachedBy(0.85725, Direction.MINIMIZE)).isTrue();
        assertThat(NETFLIX.lastCall()).isEqualTo(Duration.ofDays(30));
    }

    /** In doubles .8 * 1.1 is 0.8800000000000001, and a score of .88 would not do. */
    @Test
    void a_score_that_is_exactly_the_target_reaches_it() {
        TargetScore target = new TargetScore(new BigDecimal("0.8"), new BigDecimal("0.1"), 30);

        assertThat(target.reachedBy(0.88, Direction.MAXIMIZE)).isTrue();
        assertThat(target.reachedBy(0.8799, Direction.MAXIMIZE)).isFalse();
    }
}
