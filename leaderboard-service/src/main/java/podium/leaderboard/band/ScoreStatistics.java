package podium.leaderboard.band;

import java.util.UUID;

/**
 * The event of that name: how sure a released score is.
 *
 * @param score the public score, not rounded
 * @param withoutBlock what it would be without each block of the public rows
 */
@SuppressWarnings("ArrayRecordComponent") // read once and stored
record ScoreStatistics(
        UUID submissionId, UUID contestId, UUID teamId, int scoringVersion, double score, double[] withoutBlock) {

    /** Without the numbers: they are not for logs. */
    @Override
    public String toString() {
        return "ScoreStatistics[submissionId=" + submissionId + "]";
    }
}
