package podium.scoring.release;

import java.math.BigDecimal;
import podium.scoring.statistics.BlockScore;

/**
 * What a team was last told, and on what that rests. This is all that a {@link ReleaseRule} remembers of a team.
 *
 * @param score the released score
 * @param accepted the public score, not rounded and not released, of the submission that it was released for
 */
public record LastRelease(BigDecimal score, BlockScore accepted) {}
