package podium.submission.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may enter a contest.
 *
 * @param invitationOnly only those whom an organizer has invited
 * @param countries by their codes of ISO 3166-1, in capitals; null if it does not matter
 * @param organizations as the identity provider names them; null if it does not matter
 * @param emailDomains of verified addresses, in small letters; null if it does not matter
 * @param attestations sentences that everybody who enters has to affirm
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Eligibility(
        boolean invitationOnly,
        @Nullable Admission countries,
        @Nullable Admission organizations,
        @Nullable Admission emailDomains,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> attestations) {

    /** Everybody may enter. */
    public static final Eligibility ANYONE = new Eligibility(false, null, null, null, List.of());

    /** Attestations that are not there are none. */
    public Eligibility {
        attestations = attestations == null ? List.of() : List.copyOf(attestations);
    }

    /**
     * What the identity provider says of a person.
     *
     * @param countries usually one; empty if it does not say
     * @param verifiedEmail null if there is none, or if it was not verified
     */
    public record Credentials(
            Set<String> countries,
            Set<String> organizations,
            @Nullable String verifiedEmail) {
        public Credentials {
            countries = Set.copyOf(countries);
            organizations = Set.copyOf(organizations);
        }

        private List<String> capitals() {
            return countries.stream().map(each -> each.toUpperCase(Locale.ROOT)).toList();
        }

        private List<String> emailDomain() {
            int at = verifiedEmail == null ? -1 : verifiedEmail.lastIndexOf('@');
            return verifiedEmail == null || at < 0
                    ? List.of()
                    : List.of(verifiedEmail.substring(at + 1).toLowerCase(Locale.ROOT));
        }
    }

    /** Why somebody cannot enter. */
    public enum Obstacle {
        NOT_INVITED,
        COUNTRY,
        ORGANIZATION,
        EMAIL_DOMAIN;

        /** The word in answers. */
        public String wire() {
            return ContestDefinition.wireName(this);
        }
    }

    /**
     * Everything that keeps a person out; empty if nothing does. What is not known of a person and matters keeps it out.
     *
     * @param invited whether an organizer has invited the person
     */
    public List<Obstacle> obstacles(Credentials person, boolean invited) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (invitationOnly && !invited) {
            obstacles.add(Obstacle.NOT_INVITED);
        }
        if (countries != null && !countries.admits(person.capitals())) {
            obstacles.add(Obstacle.COUNTRY);
        }
        if (organizations != null && !organizations.admits(person.organizations())) {
            obstacles.add(Obstacle.ORGANIZATION);
        }
        if (emailDomains != null && !emailDomains.admits(person.emailDomain())) {
            obstacles.add(Obstacle.EMAIL_DOMAIN);
        }
        return obstacles;
    }
}
