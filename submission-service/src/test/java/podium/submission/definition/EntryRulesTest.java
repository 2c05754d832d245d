package podium.submission.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.kit.event.EventJson;
import podium.kit.problem.Violation;

/** What a definition says of instants, of its target, and of who may enter. */
class EntryRulesTest {
    private static final DefinitionReader READER = new DefinitionReader(512L << 20);

    @Test
    void nothing_said_is_no_target_and_everybody() {
        ContestDefinition rules = valid("\"timeZone\": \"UTC\"");

        assertThat(rules.targetScore()).isNull();
        assertThat(rules.eligibleOrAnyone()).isEqualTo(Eligibility.ANYONE);
        assertThat(rules.takesEntrantsAt(Instant.MAX)).isTrue();
        assertThat(rules.licence()).isNull();
        assertThat(EventJson.write(rules))
                .doesNotContain("licence")
                .doesNotContain("eligibility")
                .doesNotContain("targetScore");
    }

    @Test
    void everything_said_is_read_and_written_alike() throws JsonProcessingException {
        ContestDefinition rules = valid("""
                "entryDeadline": "2026-11-15T00:00:00Z", "teamMergerDeadline": "2026-12-01T12:00:00Z",
                "targetScore": {"baseline": 0.9525, "improvement": 0.1},
                "eligibility": {"invitationOnly": true, "countries": {"except": ["KP", "CU"]}, "organizations": {"only": ["acme"]},
                                "emailDomains": {"only": ["acme.example"]}, "attestations": ["I am 18 or older."]}
                """);

        assertThat(rules.targetScore())
                .isNotNull()
                .extracting(TargetScore::lastCallDays)
                .isEqualTo(30);
        assertThat(rules.takesEntrantsAt(Instant.parse("2026-11-14T23:59:59.999Z")))
                .isTrue();
        assertThat(rules.takesEntrantsAt(Instant.parse("2026-11-15T00:00:00Z"))).isFalse();
        assertThat(rules.eligibleOrAnyone())
                .isEqualTo(new Eligibility(
                        true,
                        new Admission(List.of(), List.of("KP", "CU")),
                        new Admission(List.of("acme"), List.of()),
                        new Admission(List.of("acme.example"), List.of()),
                        List.of("I am 18 or older.")));
        assertThat(EventJson.read(EventJson.write(rules).getBytes(StandardCharsets.UTF_8), ContestDefinition.class))
                .isEqualTo(rules);
    }

    @Test
    void who_shows_a_contest_to_the_invited_only_lets_nobody_else_in() {
        assertThat(valid("\"visibility\": \"invited\", \"eligibility\": {\"attestations\": [\"I am.\"]}")
                        .eligibleOrAnyone()
                        .invitationOnly())
                .isTrue();
        assertThat(pointers("\"visibility\": \"invited\", \"eligibility\": {\"invitationOnly\": false}"))
                .containsExactly("/eligibility/invitationOnly");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"entryDeadline\": \"2026-12-01T12:00:00.001Z\"' | /entryDeadline",
                "'\"opensAt\": \"2026-11-01T00:00:00Z\", \"entryDeadline\": \"2026-11-01T00:00:00Z\"' | /entryDeadline",
                "'\"teamMergerDeadline\": \"2027-01-01T00:00:00Z\"' | /teamMergerDeadline",
                "'\"teamMergerDeadline\": \"never\"' | /teamMergerDeadline",
                "'\"targetScore\": {\"baseline\": 0, \"improvement\": 0.1}' | /targetScore/baseline",
                "'\"targetScore\": {\"baseline\": 1}' | /targetScore/improvement",
                "'\"targetScore\": {\"baseline\": 1, \"improvement\": 1.01}' | /targetScore/improvement",
                "'\"targetScore\": {\"baseline\": 1, \"improvement\": 1, \"lastCallDays\": 0}' | /targetScore/lastCallDays",
                "'\"targetScore\": 7' | /targetScore",
                "'\"eligibility\": {\"countries\": {\"only\": [\"CH\", \"ch\"]}}' | /eligibility/countries/only/1",
                "'\"eligibility\": {\"countries\": {\"only\": [\"XX\"]}}' | /eligibility/countries/only/0",
                "'\"eligibility\": {\"countries\": {}}' | /eligibility/countries",
                "'\"eligibility\": {\"countries\": {\"only\": [\"CH\"], \"except\": [\"FR\"]}}' | /eligibility/countries",
                "'\"eligibility\": {\"emailDomains\": {\"except\": [\"a@b.example\"]}}' | /eligibility/emailDomains/except/0",
                "'\"eligibility\": {\"emailDomains\": {\"except\": [\"B.example\"]}}' | /eligibility/emailDomains/except/0",
                "'\"eligibility\": {\"organizations\": {\"only\": []}}' | /eligibility/organizations/only",
                "'\"eligibility\": {\"attestations\": [\"Yes.\", \"Yes.\"]}' | /eligibility/attestations/1",
                "'\"eligibility\": {\"invitationOnly\": \"yes\"}' | /eligibility/invitationOnly",
                "'\"eligibility\": {\"age\": 18}' | /eligibility/age",
                "'\"submissions\": {\"perDay\": 1, \"graceSeconds\": 601}' | /submissions/graceSeconds",
                "'\"licence\": {}' | /licence/kind",
                "'\"licence\": {\"kind\": \"open-source\"}' | /licence/spdx",
                "'\"licence\": {\"kind\": \"open-source\", \"spdx\": \"Apache 2\"}' | /licence/spdx",
                "'\"licence\": {\"kind\": \"retain\", \"spdx\": \"MIT\"}' | /licence/spdx",
                "'\"licence\": {\"kind\": \"gift\"}' | /licence/kind"
            })
    void what_is_wrong_is_named(String members, String pointer) {
        assertThat(pointers(members)).containsExactly(pointer);
    }

    @Test
    void a_member_that_is_not_yet_known_is_named_with_those_that_are() {
        assertThat(violations("\"eligibility\": {\"age\": 18}"))
                .containsExactly(new Violation(
                        "/eligibility/age",
                        "is unknown; known are invitationOnly, countries, organizations, emailDomains, attestations"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "a-b.co.uk", "xn--bcher-kva.example"})
    void domains_are_domains(String domain) {
        assertThat(pointers("\"eligibility\": {\"emailDomains\": {\"only\": [\"" + domain + "\"]}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(LicenceKind.class)
    void every_licence_of_the_menu_can_be_chosen(LicenceKind kind) {
        String spdx = kind == LicenceKind.OPEN_SOURCE ? ", \"spdx\": \"GPL-3.0-or-later\"" : "";

        assertThat(valid("\"licence\": {\"kind\": \"" + kind.wire() + "\"" + spdx + "}")
                        .licence())
                .isNotNull()
                .extracting(Licence::kind)
                .isEqualTo(kind);
    }

    @Test
    void there_are_limits() {
        String many = String.join(
                ",", IntStream.range(0, 301).mapToObj(i -> "\"org-" + i + "\"").toList());

        assertThat(pointers("\"eligibility\": {\"organizations\": {\"only\": [" + many + "]}}"))
                .containsExactly("/eligibility/organizations/only");
    }

    private static ContestDefinition valid(String members) {
        Reading reading = read(members);
        assertThat(reading).as(reading.toString()).isInstanceOf(Reading.Valid.class);
        return ((Reading.Valid) reading).definition();
    }

    private static List<String> pointers(String members) {
        return violations(members).stream().map(Violation::pointer).toList();
    }

    private static List<Violation> violations(String members) {
        return read(members) instanceof Reading.Invalid invalid ? invalid.violations() : List.of();
    }

    private static Reading read(String members) {
        try {
            return READER.read(new ObjectMapper().readTree("""
                    {"slug": "who-earns", "title": "Who earns?", "description": "Predict.", "closesAt": "2026-12-01T12:00:00Z",
                     "task": {"target": "x", "kind": "number", "metric": "rmse"}, "terms": {"text": "Be fair."}, %s}
                    """.formatted(members)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
