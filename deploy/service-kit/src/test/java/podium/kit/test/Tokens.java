package podium.kit.test;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

/**
 * Access tokens for tests, signed with a key that is made once per JVM. {@link TokensConfig} tells the service the public
 * half, so a test needs nothing but {@code given().header("Authorization", Tokens.bearer("alice", "contestant"))}.
 */
public final class Tokens {
    /** The issuer that the tokens name. */
    public static final String ISSUER = "https://issuer.test";

    private static final KeyPair KEY = generate();

    private Tokens() {}

    /**
     * The value of the header {@code Authorization} for a person.
     *
     * @param subject the claim {@code sub}
     * @param roles the person's roles
     */
    public static String bearer(String subject, String... roles) {
        return "Bearer " + token(subject, roles);
    }

    /** A token that is valid for an hour. */
    public static String token(String subject, String... roles) {
        return Jwt.subject(subject)
                .upn(subject)
                .preferredUserName(subject)
                .claim("name", subject)
                .claim("email", subject + "@example.org")
                .groups(Set.of(roles))
                .issuer(ISSUER)
                .expiresIn(Duration.ofHours(1))
                .sign(KEY.getPrivate());
    }

    /** The public key as a service's configuration wants it: base64 of its DER form. */
    public static String publicKey() {
        return Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded());
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
