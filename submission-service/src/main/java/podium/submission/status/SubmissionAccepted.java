package podium.submission.status;

import java.time.Instant;
import java.util.UUID;

/**
 * Event: a submission has its place in the team's sequence and its file in the store.
 *
 * @param ordinal from 1, without gaps
 * @param emission 1 for the first; sent again when overdue
 */
public record SubmissionAccepted(
        UUID submissionId,
        UUID contestId,
        UUID teamId,
        int ordinal,
        int emission,
        File file,
        Instant receivedAt,
        Instant acceptedAt) {

    /** Where the prediction file is, as it was sent. */
    public record File(UUID fileId, long bytes, String sha256, String contentEncoding) {}

    static SubmissionAccepted of(SubmissionEntity s) {
        return new SubmissionAccepted(
                s.id,
                s.contestId,
                s.teamId,
                s.ordinal,
                s.emission,
                new File(s.fileId, s.bytes, s.sha256, s.contentEncoding),
                s.receivedAt,
                s.acceptedAt);
    }
}
