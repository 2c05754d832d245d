package podium.kit.security;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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

    private @Nullable String claim(Claims claim) {
        return claim(claim.name());
    }

    private @Nullable String claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(name) : null;
    }
}
