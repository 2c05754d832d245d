package podium.kit.security;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who sent the request that is being answered. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    @Inject
    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Whether the request carried valid credentials. */
    public boolean signedIn() {
        return !identity.isAnonymous();
    }

    /**
     * The pseudonymous id of the person: the claim {@code sub} of the token.
     *
     * @throws UnauthorizedException nobody is signed in (status 401)
     */
    public String subject() {
        if (!signedIn()) {
            throw new UnauthorizedException();
        }
        String subject = claim(Claims.sub);
        return subject == null ? identity.getPrincipal().getName() : subject;
    }

    /** Whether the person has a role, one of {@link Roles}. */
    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** The name to show, if the token carries one. */
    public Optional<String> name() {
        return Optional.ofNullable(claim("name")).or(() -> Optional.ofNullable(claim(Claims.preferred_username)));
    }

    /** The e-mail address, if the token carries one. */
    public Optional<String> email() {
        return Optional.ofNullable(claim(Claims.email));
    }

    /** Whether the identity provider has made sure that the address is the person's. */
    public boolean emailVerified() {
        return claims(Claims.email_verified.name()).equals(List.of("true"));
    }

    /**
     * What the token says under a name, as texts: one for a text, a number or a truth value, one for each item of a list, and
     * the names of the members of an object. Empty if it says nothing.
     *
     * @param path the claim's name; where there is none of that name, each dot leads into an object
     */
    public List<String> claims(String path) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return List.of();
        }
        Object value = token.getClaim(path);
        if (value == null) {
            String[] names = path.split("\\.", -1);
            value = token.getClaim(names[0]);
            for (int i = 1; i < names.length; i++) {
                value = value instanceof Map<?, ?> object ? object.get(names[i]) : null;
            }
        }
        return texts(value);
    }

    private static List<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case JsonValue json when json.getValueType() == JsonValue.ValueType.NULL -> List.of();
            case JsonString text -> List.of(text.getString());
            case Map<?, ?> object ->
                object.keySet().stream().map(String::valueOf).toList();
            case Collection<?> list ->
                list.stream().flatMap(each -> texts(each).stream()).toList();
            default -> List.of(value.toString());
        };
    }

    private @Nullable String claim(Claims claim) {
        return claim(claim.name());
    }

    private @Nullable String claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(name) : null;
    }
}
