package podium.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void a_claim_is_read_in_every_form_that_providers_give_it() {
        Caller caller = caller("""
                {"sub": "ada", "country": "CH", "organization": ["acme", "globex"], "realms": {"acme": {"id": "7"}, "initech": {}},
                 "address": {"country": "FR"}, "https://acme.example/country": "DE", "age": 36, "nothing": null}
                """);

        assertThat(caller.claims("country")).containsExactly("CH");
        assertThat(caller.claims("organization")).containsExactly("acme", "globex");
        assertThat(caller.claims("realms")).containsExactlyInAnyOrder("acme", "initech");
        assertThat(caller.claims("address.country")).containsExactly("FR");
        assertThat(caller.claims("https://acme.example/country")).containsExactly("DE");
        assertThat(caller.claims("age")).containsExactly("36");
        for (String absent : new String[] {"city", "nothing", "address.city", "country.code", "a.b.c", ""}) {
            assertThat(caller.claims(absent)).as(absent).isEmpty();
        }
    }

    @Test
    void only_a_provider_that_says_so_has_verified_the_address() {
        assertThat(caller("{\"email\": \"ada@example.org\", \"email_verified\": true}")
                        .emailVerified())
                .isTrue();
        assertThat(caller("{\"email\": \"ada@example.org\", \"email_verified\": \"true\"}")
                        .emailVerified())
                .isTrue();
        assertThat(caller("{\"email\": \"ada@example.org\", \"email_verified\": false}")
                        .emailVerified())
                .isFalse();
        assertThat(caller("{\"email\": \"ada@example.org\"}").emailVerified()).isFalse();
    }

    private static Caller caller(String claims) {
        try {
            return new Caller(QuarkusSecurityIdentity.builder()
                    .setPrincipal(new DefaultJWTCallerPrincipal(JwtClaims.parse(claims)))
                    .build());
        } catch (InvalidJwtException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
