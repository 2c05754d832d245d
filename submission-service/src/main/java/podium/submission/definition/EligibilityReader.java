package podium.submission.definition;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import podium.submission.definition.ContestDefinition.Visibility;

/** Reads who may enter. */
final class EligibilityReader {
    private static final int MOST_VALUES = 300;
    private static final int MOST_ATTESTATIONS = 20;
    private static final int LONGEST_ATTESTATION = 500;
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private EligibilityReader() {}

    /** Null if the definition does not speak of it. */
    static @Nullable Eligibility read(Fields definition, @Nullable Visibility visibility) {
        if (!definition.has("eligibility")) {
            return null;
        }
        Fields fields = definition.object("eligibility", false);
        boolean invited = visibility == Visibility.INVITED;
        boolean invitationOnly = fields.flag("invitationOnly", invited);
        if (invited && !invitationOnly) {
            fields.wrong("invitationOnly", "cannot be false: who is not invited does not see the contest");
        }
        Admission countries = admission(
                fields, "countries", COUNTRIES::contains, "must be a code of ISO 3166-1 such as CH, in capitals");
        Admission organizations = admission(fields, "organizations", _ -> true, "");
        Admission emailDomains = admission(
                fields,
                "emailDomains",
                DOMAIN.asMatchPredicate(),
                "must be a domain such as example.org, in small letters");
        List<String> attestations =
                fields.texts("attestations", 1, MOST_ATTESTATIONS, LONGEST_ATTESTATION, _ -> true, "");
        fields.nothingElse();
        return new Eligibility(invitationOnly, countries, organizations, emailDomains, attestations);
    }

    /** Null if the definition does not speak of it, or something is wrong. */
    private static @Nullable Admission admission(
            Fields eligibility, String name, Predicate<String> valid, String message) {
        if (!eligibility.has(name)) {
            return null;
        }
        Fields fields = eligibility.object(name, false);
        List<String> only = fields.texts("only", 1, MOST_VALUES, 200, valid, message);
        List<String> except = fields.texts("except", 1, MOST_VALUES, 200, valid, message);
        boolean one = fields.has("only") != fields.has("except");
        fields.nothingElse();
        if (!one && fields.present()) {
            eligibility.wrong(name, "must have either only or except");
        }
        return one && only.isEmpty() != except.isEmpty() ? new Admission(only, except) : null;
    }
}
