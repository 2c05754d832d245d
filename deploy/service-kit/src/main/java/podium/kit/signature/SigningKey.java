package podium.kit.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
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

/** An Ed25519 key that signs. */
public final class SigningKey {
    private final PrivateKey key;
    private final JsonWebKey publicKey;

    private SigningKey(PrivateKey key, EdECPublicKey publicKey) {
        this.key = key;
        this.publicKey = JsonWebKey.of(publicKey);
    }

    /**
     * Reads the private key.
     *
     * @param file a PEM file ({@code BEGIN PRIVATE KEY}, PKCS #8), as {@code openssl genpkey -algorithm ed25519} writes it
     * @throws IllegalStateException there is no such file, or it holds no Ed25519 key
     */
    public static SigningKey of(Path file) {
        try {
            return ofPem(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException("The signing key cannot be read from " + file, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("There is no Ed25519 private key (PEM, PKCS #8) in " + file, e);
        }
    }

    /**
     * The key of a seed.
     *
     * @param seed 32 secret bytes; the same seed is the same key (RFC 8032, section 5.1.5)
     */
    public static SigningKey ofSeed(byte[] seed) {
        try {
            KeyPair pair = pair(seed);
            return new SigningKey(pair.getPrivate(), (EdECPublicKey) pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has Ed25519", e);
        }
    }

    /**
     * Reads the private key.
     *
     * @param pem as {@code openssl genpkey -algorithm ed25519} writes it
     */
    public static SigningKey ofPem(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        PrivateKey key = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        return new SigningKey(key, publicHalf((EdECPrivateKey) key));
    }

    /** The key that checks what this one signs. */
    public JsonWebKey publicKey() {
        return publicKey;
    }

    /** Signs some bytes; base64url without padding. */
    public String sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has Ed25519", e);
        }
    }

    /**
     * PKCS #8 holds the seed only. The JDK has no call from the seed to the public key, but its generator takes the seed from
     * the source of randomness that it is given (RFC 8032, section 5.1.5: the private key is 32 random octets).
     */
    private static EdECPublicKey publicHalf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow(() -> new GeneralSecurityException("The key is not extractable"));
        KeyPair pair = pair(seed);
        byte[] regenerated = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
        if (!Arrays.equals(seed, regenerated)) {
            throw new GeneralSecurityException(
                    "The security provider does not derive Ed25519 keys from the given seed");
        }
        PublicKey half = pair.getPublic();
        return (EdECPublicKey) half;
    }

    private static KeyPair pair(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
        return generator.generateKeyPair();
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
