package podium.scoring.integrity;

import java.util.UUID;

/**
 * Where a scored file is.
 *
 * @param fileId the file in the store of uploads
 * @param bytes its length as stored, packed if it is
 * @param sha256 the digest of these bytes, in lower-case hexadecimal digits
 * @param contentEncoding how they are packed
 */
public record PredictionFile(UUID fileId, long bytes, String sha256, String contentEncoding) {}
