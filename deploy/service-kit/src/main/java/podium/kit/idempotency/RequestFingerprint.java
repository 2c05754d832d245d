package podium.kit.idempotency;

import jakarta.enterprise.context.RequestScoped;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import podium.kit.digest.Sha256;

/** The SHA-256 of the body of the request that is being answered; that of nothing if it has none. */
@RequestScoped
public class RequestFingerprint {
    private final MessageDigest digest = Sha256.start();

    /** The body, digested while it is read. */
    public InputStream of(InputStream body) {
        return new DigestInputStream(body, digest);
    }

    /** Lower-case hexadecimal; once, when the body was read. */
    public String sha256() {
        return Sha256.hex(digest);
    }
}
