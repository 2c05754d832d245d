package podium.kit.test;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

/**
 * Access tokens for tests, signed with a key that is made once per JVM. {@link TokensConfigSource} tells the service its
 * public half, so a test needs nothing but {@code given().header("Authorization", Tokens.bearer("alice", "contestant"))}.
 */
public final class Tokens {
    /** The issuer that the tokens name. */
    public static final String ISSUER = "https://issuer.test";

    private static final String PRIVATE_KEY = "podium.test.token-key";
    private static final String PUBLIC_KEY = "podium.test.token-public-key";

    static {
        makeKey();
    }

    private Tokens() {}

    /**
     * The value of the header {@code Authorization} for a person.
     *
     * @param subject the claim {@code sub}
     * @param roles the person's roles
     */
    public static String bearer(String subject, String... roles) {
        return "Bearer " + token(subject, Duration.ofHours(1), roles);
    }

    /** The same with a token that expired an hour ago. */
    public static String expired(String subject, String... roles) {
        return "Bearer " + token(subject, Duration.ofHours(-1), roles);
    }

    /** The public key as a service's configuration wants it: base64 of its DER form. */
    public static String publicKey() {
        return System.getProperty(PUBLIC_KEY, "");
    }

    private static String token(String subject, Duration validFor, String... roles) {
        return Jwt.subject(subject)
                .upn(subject)
                .preferredUserName(subject)
                .claim("name", subject)
                .claim("email", subject + "@example.org")
                .groups(Set.of(roles))
                .issuer(ISSUER)
                .expiresIn(validFor)
                .sign(privateKey());
    }

    private static PrivateKey privateKey() {
        byte[] der = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY, ""));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The tests' key cannot be read", e);
        }
    }

    /** Quarkus loads this class in several class loaders; they share the system properties. */
    private static void makeKey() {
        synchronized (System.class) {
            if (System.getProperty(PRIVATE_KEY) != null) {
                return;
            }
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair pair = generator.generateKeyPair();
                Base64.Encoder base64 = Base64.getEncoder();
                System.setProperty(
                        PUBLIC_KEY, base64.encodeToString(pair.getPublic().getEncoded()));
                System.setProperty(
                        PRIVATE_KEY, base64.encodeToString(pair.getPrivate().getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("The tests' key cannot be made", e);
            }
        }
    }
}
