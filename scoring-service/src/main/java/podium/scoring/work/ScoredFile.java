package podium.scoring.work;

import java.util.UUID;
import podium.scoring.release.Submission;

/**
 * A submission with its prediction file, as it was accepted.
 *
 * @param submission the submission
 * @param fileId the file in the store of uploads
 * @param bytes its length as stored, packed if it is
 * @param sha256 the digest of these bytes, in lower-case hexadecimal digits
 * @param contentEncoding how they are packed: {@code identity}, {@code gzip} or {@code zstd}
 */
public record ScoredFile(Submission submission, UUID fileId, long bytes, String sha256, String contentEncoding) {}
