package podium.scoring.utility;

/**
 * What was measured, and by what.
 *
 * @param utility how well the baseline does
 * @param baseline the one that learnt from the release
 */
public record Measured(Utility utility, Baseline baseline) {}
