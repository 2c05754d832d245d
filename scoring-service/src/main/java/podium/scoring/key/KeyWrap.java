package podium.scoring.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts keys under a master key with AES-256-GCM. A wrapped key is one byte of format version (1), 12 random bytes, the
 * ciphertext and the tag of 16 bytes; what the key is for is authenticated with it, so that keys cannot be swapped.
 */
public final class KeyWrap {
    /** Bytes of a key, the master key's too. */
    public static final int KEY_BYTES = 32;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec master;
    private final SecureRandom random;

    /**
     * @param master the master key, 32 bytes
     * @param random makes the nonces and the keys
     */
    public KeyWrap(byte[] master, SecureRandom random) {
        if (master.length != KEY_BYTES) {
            throw new IllegalArgumentException("The master key has " + KEY_BYTES + " bytes");
        }
        this.master = new SecretKeySpec(master, "AES");
        this.random = random;
    }

    /** A new key. */
    public byte[] newKey() {
        return randomBytes(KEY_BYTES);
    }

    /**
     * Encrypts a key.
     *
     * @param purpose what the key is for; {@link #unwrap} has to be told the same
     */
    public byte[] wrap(byte[] key, String purpose) {
        byte[] nonce = randomBytes(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(key);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + CIPHER, e);
        }
    }

    /**
     * Decrypts a key.
     *
     * @throws GeneralSecurityException it was wrapped under another master key, for another purpose, or was changed since
     */
    public byte[] unwrap(byte[] wrapped, String purpose) throws GeneralSecurityException {
        if (wrapped.length <= 1 + NONCE_BYTES || wrapped[0] != VERSION) {
            throw new GeneralSecurityException("Not a wrapped key of a known format");
        }
        ByteBuffer in = ByteBuffer.wrap(wrapped, 1, wrapped.length - 1);
        byte[] nonce = new byte[NONCE_BYTES];
        in.get(nonce);
        byte[] sealed = new byte[in.remaining()];
        in.get(sealed);
        return cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(sealed);
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, master, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
