package podium.kit.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The digests that a client declared for its body in the header {@code Content-Digest} (RFC 9530). They cover the bytes as
 * they were sent, that is before any {@link ContentCoding} is taken off.
 */
public final class ContentDigest {

    /** The algorithms that are verified; the weak ones of the registry are skipped. */
    private enum Algorithm {
        SHA_256("sha-256", "SHA-256", 32),
        SHA_512("sha-512", "SHA-512", 64);

        private final String wireName;
        private final String javaName;
        private final int bytes;

        Algorithm(String wireName, String javaName, int bytes) {
            this.wireName = wireName;
            this.javaName = javaName;
            this.bytes = bytes;
        }

        MessageDigest start() {
            try {
                return MessageDigest.getInstance(javaName);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    // RFC 8941: a dictionary's key, and a byte sequence between colons; parameters are allowed and mean nothing here.
    private static final Pattern MEMBER =
            Pattern.compile("\\s*([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/=]*):(?:\\s*;[^,]*)?\\s*");

    private final Map<Algorithm, byte[]> declared;

    private ContentDigest(Map<Algorithm, byte[]> declared) {
        this.declared = declared;
    }

    /**
     * Reads the header, for example {@code sha-256=:<base64>:, sha-512=:<base64>:}.
     *
     * @param header the header's value, null if there was none
     * @throws IllegalArgumentException the header is malformed (status 400)
     */
    public static ContentDigest parse(@Nullable String header) {
        Map<Algorithm, byte[]> declared = new EnumMap<>(Algorithm.class);
        if (header != null) {
            for (String member : header.split(",", -1)) {
                Matcher m = MEMBER.matcher(member);
                if (!m.matches()) {
                    throw new IllegalArgumentException(
                            "Content-Digest is not of the form sha-256=:<base64>: but " + header);
                }
                for (Algorithm algorithm : Algorithm.values()) {
                    if (algorithm.wireName.equals(m.group(1))) {
                        declared.put(algorithm, decode(algorithm, m.group(2)));
                    }
                }
            }
        }
        return new ContentDigest(Collections.unmodifiableMap(declared));
    }

    /** Whether there is anything to verify. */
    public boolean isEmpty() {
        return declared.isEmpty();
    }

    /** Starts to verify a body. The caller reads {@link Reading#stream()} and then asks {@link Reading#matches()}. */
    public Reading reading(InputStream body) {
        Map<Algorithm, MessageDigest> computed = new EnumMap<>(Algorithm.class);
        InputStream stream = body;
        for (Algorithm algorithm : declared.keySet()) {
            MessageDigest digest = algorithm.start();
            computed.put(algorithm, digest);
            stream = new DigestInputStream(stream, digest);
        }
        return new Reading(stream, computed);
    }

    /** A body that is being read and verified. */
    public final class Reading {
        private final InputStream stream;
        private final Map<Algorithm, MessageDigest> computed;

        private Reading(InputStream stream, Map<Algorithm, MessageDigest> computed) {
            this.stream = stream;
            this.computed = computed;
        }

        /** The body. */
        public InputStream stream() {
            return stream;
        }

        /**
         * Whether the body was what the client declared, by every algorithm it named; true if it named none. Ask once. Reads
         * what a decoder left at the end of the body.
         *
         * @throws IOException the rest of the body cannot be read
         */
        public boolean matches() throws IOException {
            stream.transferTo(OutputStream.nullOutputStream());
            return declared.entrySet().stream()
                    .allMatch(d -> Arrays.equals(
                            d.getValue(),
                            Objects.requireNonNull(computed.get(d.getKey())).digest()));
        }
    }

    private static byte[] decode(Algorithm algorithm, String base64) {
        byte[] digest = Base64.getDecoder().decode(base64);
        if (digest.length != algorithm.bytes) {
            throw new IllegalArgumentException("Content-Digest: a " + algorithm.wireName + " has " + algorithm.bytes
                    + " bytes, not " + digest.length);
        }
        return digest;
    }
}
