package podium.scoring.release;

import java.util.UUID;

/**
 * Event: how sure the public score of a submission is. Told only of scores that the release rule let through, and to the
 * service of the boards alone. See docs/contracts.
 */
@SuppressWarnings("ArrayRecordComponent") // written out and forgotten
public record ScoreStatistics(
        UUID submissionId, UUID contestId, UUID teamId, int scoringVersion, double score, double[] withoutBlock) {
    static final String TOPIC = "score-statistics";

    /** Without the numbers: what is not rounded is not for logs. */
    @Override
    public String toString() {
        return "ScoreStatistics[submissionId=" + submissionId + "]";
    }
}
