package podium.scoring.contest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the live board may show: a setting of the contest.
 *
 * @param release how public scores are released
 * @param step of the fixed-step Ladder the least improvement that is released, positive; null for others
 */
public record BoardRules(Release release, @Nullable BigDecimal step) {
    /** What holds where a contest does not say. */
    public static final BoardRules DEFAULT = new BoardRules(Release.LADDER, null);

    public BoardRules {
        if (release == Release.LADDER_FIXED && (step == null || step.signum() <= 0)) {
            throw new IllegalArgumentException("A Ladder of fixed steps needs a positive step");
        }
    }

    /** How public scores are released. */
    public enum Release {
        /** The parameter-free Ladder: improvements beyond what chance explains. */
        @JsonProperty("ladder")
        LADDER,
        /** The Ladder with a step: improvements of more than that. */
        @JsonProperty("ladder-fixed")
        LADDER_FIXED,
        /** Every score. */
        @JsonProperty("rounded")
        ROUNDED
    }
}
