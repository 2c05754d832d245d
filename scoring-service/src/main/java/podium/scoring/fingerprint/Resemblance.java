package podium.scoring.fingerprint;

import org.jspecify.annotations.Nullable;

/**
 * What the samples of two files have in common.
 *
 * @param agreement their equal cells
 * @param residual their correlation beyond the consensus, null if there is none to be had: fewer than three other teams, or
 *     files of which nothing remains
 */
public record Resemblance(Agreement agreement, @Nullable ResidualCorrelation residual) {

    /** Whether the two files may be nearly equal. */
    public boolean maybeNearlyEqual() {
        return agreement.maybeNearlyEqual();
    }

    /** Whether the two files follow each other where they leave the consensus. */
    public boolean correlated() {
        return residual != null && residual.suspicious();
    }
}
