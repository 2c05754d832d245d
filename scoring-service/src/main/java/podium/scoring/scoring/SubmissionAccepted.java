package podium.scoring.scoring;

import java.time.Instant;
import java.util.UUID;
import podium.scoring.release.Submission;

/** Event: a submission has its place in the team's sequence and its file in the store. See docs/contracts. */
public record SubmissionAccepted(
        UUID submissionId, UUID contestId, UUID teamId, int ordinal, File file, Instant acceptedAt) {

    /**
     * The prediction file as it is stored.
     *
     * @param bytes its length as stored, packed if it is
     * @param sha256 the digest of these bytes, in lower-case hexadecimal digits
     * @param contentEncoding how they are packed: {@code identity}, {@code gzip} or {@code zstd}
     */
    public record File(UUID fileId, long bytes, String sha256, String contentEncoding) {}

    Submission submission() {
        return new Submission(submissionId, contestId, teamId, ordinal, acceptedAt);
    }
}
