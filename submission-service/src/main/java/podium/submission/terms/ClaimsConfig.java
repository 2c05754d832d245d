package podium.submission.terms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the tokens of the identity provider say what contests ask for; a dot leads into an object. */
@ConfigMapping(prefix = "podium.submission.claims")
public interface ClaimsConfig {

    /** The claim with the person's country, a code of ISO 3166-1; {@code address.country} is that of OpenID Connect. */
    @WithDefault("country")
    String country();

    /** The claim with the person's organizations: a text, a list, or an object whose members are named like them. */
    @WithDefault("organization")
    String organization();
}
