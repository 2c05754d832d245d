package podium.scoring.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The first 64 bits of HMAC-SHA256(K, domain, 0, id). For one thread. */
final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;
    private final byte[] message;
    private final ByteBuffer id;

    KeyedHash(byte[] key, String domain) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
        byte[] name = domain.getBytes(StandardCharsets.UTF_8);
        message = Arrays.copyOf(name, name.length + 1 + Integer.BYTES);
        id = ByteBuffer.wrap(message, name.length + 1, Integer.BYTES);
    }

    long value(int of) {
        id.putInt(message.length - Integer.BYTES, of);
        return ByteBuffer.wrap(mac.doFinal(message)).getLong();
    }
}
