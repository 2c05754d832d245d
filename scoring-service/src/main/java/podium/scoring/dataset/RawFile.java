package podium.scoring.dataset;

import java.time.Instant;
import java.util.UUID;
import podium.scoring.raw.RawProfile;

/**
 * A raw file in the vault.
 *
 * @param fileId its name there
 * @param sha256 the SHA-256 of the unpacked file, of the CSV made of it if it was Parquet
 * @param bytes the length of the same
 * @param uploadedAt when it was complete
 * @param profile what is in it
 */
public record RawFile(UUID fileId, String sha256, long bytes, Instant uploadedAt, RawProfile profile) {}
