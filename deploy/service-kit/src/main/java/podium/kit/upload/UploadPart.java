package podium.kit.upload;

import java.time.Instant;
import java.util.UUID;

/**
 * A part that has arrived.
 *
 * @param number counts from 1
 * @param fileId its file in the store
 * @param bytes its length
 * @param sha256 its SHA-256, 64 lower-case hexadecimal digits
 * @param receivedAt when it was complete
 */
public record UploadPart(int number, UUID fileId, long bytes, String sha256, Instant receivedAt) {}
