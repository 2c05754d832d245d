package podium.scoring.upload;

import org.jspecify.annotations.Nullable;
import podium.kit.upload.PartedUploadRequest;

/**
 * How an organizer begins to send a raw file in parts.
 *
 * @param file {@code raw} (default) for the rows, {@code items} for what is known of rated items
 * @param bytes the length of the whole file as it is sent, packed if it is packed
 * @param sha256 its SHA-256, 64 lower-case hexadecimal digits
 * @param partBytes how long each part but the last is to be; the service's choice if it is left out
 */
public record RawUploadRequest(
        @Nullable String file,
        @Nullable Long bytes,
        @Nullable String sha256,
        @Nullable Long partBytes) {

    PartedUploadRequest parts() {
        return new PartedUploadRequest(bytes, sha256, partBytes);
    }
}
