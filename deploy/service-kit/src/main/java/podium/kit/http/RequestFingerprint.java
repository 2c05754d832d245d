package podium.kit.http;

import jakarta.enterprise.context.RequestScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of the body of the request that is being answered; that of nothing if it has none. */
@RequestScoped
class RequestFingerprint {
    private String sha256 = sha256(new byte[0]);

    void of(byte[] body) {
        sha256 = sha256(body);
    }

    String sha256() {
        return sha256;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
