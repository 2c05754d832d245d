package podium.kit.idempotency;

import jakarta.enterprise.context.RequestScoped;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of the body of the request that is being answered; that of nothing if it has none. */
@RequestScoped
public class RequestFingerprint {
    private final MessageDigest digest = start();

    /** The body, digested while it is read. */
    public InputStream of(InputStream body) {
        return new DigestInputStream(body, digest);
    }

    /** Lower-case hexadecimal; once, when the body was read. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
