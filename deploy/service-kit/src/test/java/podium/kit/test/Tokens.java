package podium.kit.test;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * Access tokens for tests, signed with a key that is made once per JVM. {@link TokensConfigSource} tells the service its
 * public half, so a test needs nothing but {@code given().header("Authorization", Tokens.bearer("alice", "contestant"))}.
 */
public final class Tokens {
    /** The issuer that the tokens name. */
    public static final String ISSUER = "https://issuer.test";

    private static final String PRIVATE_KEY = "podium.test.token-key";

    private Tokens() {}

    /**
     * The value of the header {@code Authorization} for a person.
     *
     * @param subject the claim {@code sub}
     * @param roles the person's roles
     */
    public static String bearer(String subject, String... roles) {
        return "Bearer " + token(subject, Duration.ofHours(1), Map.of(), roles);
    }

    /**
     * The same with more claims, or others than a person has by default.
     *
     * @param claims by their names: texts, truth values, lists, maps
     */
    public static String bearer(String subject, Map<String, Object> claims, String... roles) {
        return "Bearer " + token(subject, Duration.ofHours(1), claims, roles);
    }

    /** The same with a token that expired an hour ago. */
    public static String expired(String subject, String... roles) {
        return "Bearer " + token(subject, Duration.ofHours(-1), Map.of(), roles);
    }

    /** The public key as a service's configuration wants it: base64 of its DER form. */
    public static String publicKey() {
        RSAPrivateCrtKey key = privateKey();
        try {
            byte[] der = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                    .getEncoded();
            return Base64.getEncoder().encodeToString(der);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The tests' key cannot be read", e);
        }
    }

    private static String token(String subject, Duration validFor, Map<String, Object> claims, String... roles) {
        JwtClaimsBuilder token = Jwt.subject(subject)
                .upn(subject)
                .preferredUserName(subject)
                .claim("name", subject)
                .claim("email", subject + "@example.org")
                .groups(Set.of(roles))
                .issuer(ISSUER)
                .expiresIn(validFor);
        claims.forEach(token::claim);
        return token.sign(privateKey());
    }

    /** Quarkus loads this class in several class loaders; they share the system properties. */
    private static RSAPrivateCrtKey privateKey() {
        Object base64 = System.getProperties().computeIfAbsent(PRIVATE_KEY, _ -> makeKey());
        try {
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64.toString())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The tests' key cannot be read", e);
        }
    }

    private static String makeKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The tests' key cannot be made", e);
        }
    }
}
