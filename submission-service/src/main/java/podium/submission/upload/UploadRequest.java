package podium.submission.upload;

import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import podium.kit.content.ContentCoding;
import podium.kit.content.ContentDigest;
import podium.submission.contest.Contest;

/**
 * A prediction file on its way in.
 *
 * @param subjectId who sends it
 * @param receivedAt when the request's headers were complete
 * @param key the client's name for this upload, null if it has none
 */
record UploadRequest(
        Contest contest,
        String subjectId,
        Instant receivedAt,
        ContentCoding coding,
        ContentDigest digest,
        @Nullable String key,
        InputStream body) {}
