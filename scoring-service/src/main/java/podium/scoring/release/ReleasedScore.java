package podium.scoring.release;

import java.math.BigDecimal;
import podium.scoring.metric.Direction;

/**
 * A scored submission whose score is released, with what only the reveal may tell of it.
 *
 * @param submission the submission
 * @param metric the metric's name
 * @param direction which way is better
 * @param decimals the decimals that the contest shows
 * @param releasedScore what the team was shown
 * @param privateScore the score on the private part, not rounded
 */
public record ReleasedScore(
        Submission submission,
        String metric,
        Direction direction,
        int decimals,
        BigDecimal releasedScore,
        double privateScore) {

    /** Without the private score: a record's own text ends up in logs, and this must not. */
    @Override
    public String toString() {
        return "ReleasedScore[submission=" + submission.id() + ", releasedScore=" + releasedScore + "]";
    }
}
