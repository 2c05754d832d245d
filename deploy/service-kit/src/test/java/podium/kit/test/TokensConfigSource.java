package podium.kit.test;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes every test application accept {@link Tokens}: found by the service loader in the test-jar, so that a test needs no
 * annotation. A test against a real identity provider sets {@code quarkus.oidc.auth-server-url} and an empty
 * {@code quarkus.oidc.public-key} in its test resource, which goes before this.
 */
public final class TokensConfigSource implements ConfigSource {
    /** Above the application's own file (250), below the environment and system properties. */
    private static final int ORDINAL = 260;

    private final Map<String, String> properties = Map.of(
            "quarkus.oidc.tenant-enabled",
            "true",
            "quarkus.oidc.public-key",
            Tokens.publicKey(),
            "quarkus.oidc.auth-server-url",
            "",
            "quarkus.oidc.client-id",
            "podium-test");

    /** Made by the service loader. */
    public TokensConfigSource() {}

    @Override
    public Set<String> getPropertyNames() {
        return properties.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return properties.get(name);
    }

    @Override
    public String getName() {
        return "Tokens of tests";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }
}
