package podium.submission.terms;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import podium.kit.security.Caller;
import podium.submission.definition.Eligibility.Credentials;

/** What the identity provider says of the caller that matters for who may enter. */
@ApplicationScoped
class Claims {
    private final ClaimsConfig config;

    Claims(ClaimsConfig config) {
        this.config = config;
    }

    /** An address that the provider has not verified is none: anybody could have typed it. */
    Credentials of(Caller person) {
        return new Credentials(
                Set.copyOf(person.claims(config.country())),
                Set.copyOf(person.claims(config.organization())),
                person.emailVerified() ? person.email().orElse(null) : null);
    }
}
