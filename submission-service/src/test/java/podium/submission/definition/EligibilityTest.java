package podium.submission.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podium.submission.definition.Eligibility.Credentials;
import podium.submission.definition.Eligibility.Obstacle;

class EligibilityTest {
    private static final Credentials UNKNOWN = new Credentials(Set.of(), Set.of(), null);

    @Test
    void anyone_is_anyone() {
        assertThat(Eligibility.ANYONE.obstacles(UNKNOWN, false)).isEmpty();
    }

    @Test
    void by_invitation_only_who_is_invited_enters() {
        Eligibility invited = new Eligibility(true, null, null, null, List.of());

        assertThat(invited.obstacles(UNKNOWN, true)).isEmpty();
        assertThat(invited.obstacles(UNKNOWN, false)).containsExactly(Obstacle.NOT_INVITED);
    }

    @Test
    void an_embargo_keeps_out_who_is_on_the_list_and_who_does_not_say() {
        Eligibility embargo = new Eligibility(false, except("KP", "CU"), null, null, List.of());

        assertThat(embargo.obstacles(from("CH"), false)).isEmpty();
        assertThat(embargo.obstacles(from("ch"), false)).isEmpty();
        assertThat(embargo.obstacles(from("cu"), false)).containsExactly(Obstacle.COUNTRY);
        assertThat(embargo.obstacles(UNKNOWN, false)).containsExactly(Obstacle.COUNTRY);
        assertThat(embargo.obstacles(new Credentials(Set.of("CH", "CU"), Set.of(), null), false))
                .containsExactly(Obstacle.COUNTRY);
    }

    @Test
    void members_of_one_organization_only() {
        Eligibility acme = new Eligibility(false, null, only("acme"), null, List.of());

        assertThat(acme.obstacles(of("acme", "chess-club"), false)).isEmpty();
        assertThat(acme.obstacles(of("chess-club"), false)).containsExactly(Obstacle.ORGANIZATION);
        assertThat(acme.obstacles(UNKNOWN, false)).containsExactly(Obstacle.ORGANIZATION);
    }

    @Test
    void the_domain_is_what_follows_the_last_at_sign_and_the_whole_of_it() {
        Eligibility domain = new Eligibility(false, null, null, only("acme.example"), List.of());

        assertThat(domain.obstacles(mail("ada@acme.example"), false)).isEmpty();
        assertThat(domain.obstacles(mail("ada@ACME.Example"), false)).isEmpty();
        for (String address : List.of(
                "ada@acme.example.evil.example",
                "ada@evil-acme.example",
                "acme.example",
                "\"ada@acme.example\"@evil.example",
                "ada@")) {
            assertThat(domain.obstacles(mail(address), false)).as(address).containsExactly(Obstacle.EMAIL_DOMAIN);
        }
        assertThat(domain.obstacles(mail(null), false)).containsExactly(Obstacle.EMAIL_DOMAIN);
    }

    @Test
    void every_obstacle_is_told() {
        Eligibility all = new Eligibility(true, only("CH"), except("rival"), only("acme.example"), List.of());

        assertThat(all.obstacles(new Credentials(Set.of("FR"), Set.of("rival"), "eve@rival.example"), false))
                .containsExactly(Obstacle.NOT_INVITED, Obstacle.COUNTRY, Obstacle.ORGANIZATION, Obstacle.EMAIL_DOMAIN);
        assertThat(Obstacle.NOT_INVITED.wire()).isEqualTo("not-invited");
    }

    private static Credentials from(String country) {
        return new Credentials(Set.of(country), Set.of(), null);
    }

    private static Credentials of(String... organizations) {
        return new Credentials(Set.of(), Set.of(organizations), null);
    }

    private static Credentials mail(@Nullable String verified) {
        return new Credentials(Set.of(), Set.of(), verified);
    }

    private static Admission only(String... values) {
        return new Admission(List.of(values), List.of());
    }

    private static Admission except(String... values) {
        return new Admission(List.of(), List.of(values));
    }
}
