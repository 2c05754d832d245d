package podium.kit.file;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The digests that a client declared for its body in the header {@code Content-Digest} (RFC 9530). They cover the bytes as
 * they were sent, that is before any {@link ContentCoding} is taken off.
 *
 * @param sha256 the SHA-256 that was declared, lower-case hexadecimal
 * @param sha512 the SHA-512 that was declared, lower-case hexadecimal
 */
public record ContentDigest(Optional<String> sha256, Optional<String> sha512) {

    /**
     * Reads the header: a dictionary of byte sequences (RFC 8941), for example {@code sha-256=:<base64>:}. Algorithms that
     * are not known are skipped.
     *
     * @param header the header's value, null if there was none
     * @return both empty if there is no header or none of its algorithms is known
     * @throws IllegalArgumentException the header is malformed (status 400)
     */
    public static ContentDigest parse(@Nullable String header) {
        return new ContentDigest(Optional.empty(), Optional.empty());
    }
}
