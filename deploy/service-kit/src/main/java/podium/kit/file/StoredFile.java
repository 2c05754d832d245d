package podium.kit.file;

import java.util.UUID;

/**
 * A complete file.
 *
 * @param id its name
 * @param bytes its length
 * @param sha256 the SHA-256 of its content, 64 lower-case hexadecimal digits
 */
public record StoredFile(UUID id, long bytes, String sha256) {}
