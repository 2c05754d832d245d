package podium.scoring.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.scoring.contest.BoardRules;
import podium.scoring.metric.Direction;
import podium.scoring.statistics.BlockScore;

class ReleaseRuleTest {
    private static final BlockScore GOOD = new BlockScore(0.856704, new double[0]);
    private static final BlockScore BAD = new BlockScore(0.9, new double[0]);

    @Test
    void theRoundedRuleReleasesEveryScore() {
        ReleaseRule rule =
                ReleaseRule.of(new BoardRules(BoardRules.Release.ROUNDED, null), Direction.MINIMIZE, 4, 1000);
        LastRelease good = new LastRelease(new BigDecimal("0.8567"), GOOD);

        assertThat(rule.release(Optional.empty(), GOOD)).contains(good);
        assertThat(rule.release(Optional.of(good), BAD)).contains(new LastRelease(new BigDecimal("0.9000"), BAD));
    }

    @Test
    void aLadderOfFixedStepsNeedsAStep() {
        assertThatThrownBy(() -> new BoardRules(BoardRules.Release.LADDER_FIXED, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BoardRules(BoardRules.Release.LADDER_FIXED, BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
