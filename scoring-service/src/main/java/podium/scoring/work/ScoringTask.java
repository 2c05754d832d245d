package podium.scoring.work;

import java.util.UUID;

/**
 * A file that this replica has claimed, to score it.
 *
 * @param file the file
 * @param scoringVersion the version that it is to be scored under
 * @param rescore whether this is work of a rescore, which nobody waits for
 * @param claim proves that it is still this replica's
 * @param tries how often it was claimed, this time included
 */
public record ScoringTask(ScoredFile file, int scoringVersion, boolean rescore, UUID claim, int tries) {}
