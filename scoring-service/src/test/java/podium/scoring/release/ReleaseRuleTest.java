package podium.scoring.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseRuleTest {

    @Test
    void theRoundedRuleReleasesEveryScore() {
        ReleaseRule rule = ReleaseRule.rounded(4);

        assertThat(rule.release(Optional.empty(), 0.856704)).isEqualTo(new BigDecimal("0.8567"));
        assertThat(rule.release(Optional.of(new BigDecimal("0.8567")), 0.9)).isEqualTo(new BigDecimal("0.9000"));
    }
}
