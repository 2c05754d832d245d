package podium.submission.receipt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** Signs receipts with one Ed25519 key. */
public final class ReceiptSigner {
    private final PrivateKey key;
    private final ReceiptKey publicKey;

    private ReceiptSigner(PrivateKey key, EdECPublicKey publicKey) {
        this.key = key;
        this.publicKey = ReceiptKey.of(publicKey);
    }

    /**
     * Reads the private key.
     *
     * @param file a PEM file ({@code BEGIN PRIVATE KEY}, PKCS #8), as {@code openssl genpkey -algorithm ed25519} writes it
     * @throws IllegalStateException there is no such file, or it holds no Ed25519 key
     */
    public static ReceiptSigner of(Path file) {
        try {
            return ofPem(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException("The receipt key cannot be read from " + file, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("There is no Ed25519 private key (PEM, PKCS #8) in " + file, e);
        }
    }

    static ReceiptSigner ofPem(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        PrivateKey key = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        return new ReceiptSigner(key, publicHalf((EdECPrivateKey) key));
    }

    /** The key that checks what this one signs. */
    public ReceiptKey publicKey() {
        return publicKey;
    }

    public Receipt sign(Receipt.Statement statement) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(Receipt.signedBytes(statement, publicKey.kid()));
            return statement.signed(
                    publicKey.kid(), Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The receipt cannot be signed", e);
        }
    }

    /**
     * PKCS #8 holds the seed only. The JDK has no call from the seed to the public key, but its generator takes the seed from
     * the source of randomness that it is given (RFC 8032, section 5.1.5: the private key is 32 random octets).
     */
    private static EdECPublicKey publicHalf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow(() -> new GeneralSecurityException("The key is not extractable"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
        var pair = generator.generateKeyPair();
        byte[] regenerated = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
        if (!Arrays.equals(seed, regenerated)) {
            throw new GeneralSecurityException(
                    "The security provider does not derive Ed25519 keys from the given seed");
        }
        PublicKey half = pair.getPublic();
        return (EdECPublicKey) half;
    }

    /** Answers the seed to whoever asks for randomness. */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
