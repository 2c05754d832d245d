package podium.scoring.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Secrets that follow from another one: HMAC-SHA256(secret, purpose), as HKDF expands (RFC 5869) to one block. */
public final class DerivedSecret {
    private static final String ALGORITHM = "HmacSHA256";

    private DerivedSecret() {}

    /**
     * 32 bytes for a purpose, from which neither the secret nor those of other purposes can be told.
     *
     * @param secret 32 random bytes
     */
    public static byte[] of(byte[] secret, String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(new byte[] {1});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
