package podium.submission.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.kit.test.KafkaEvents;
import podium.kit.test.MovableTime;
import podium.kit.test.Tokens;
import podium.submission.Desk;
import podium.submission.SubmissionBackends;

/** Who may enter, and what everybody has to accept before. */
@QuarkusTest
@SubmissionBackends
class TermsIT {
    private static final String CSV = "id,class\n1,0.5\n";

    @Inject
    EntityManager database;

    @Inject
    MovableTime time;

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void new_terms_are_to_be_accepted_before_anybody_goes_on() {
        Desk.OpenContest contest = Desk.open();
        contest.enter("ada");
        contest.accepted("ada", CSV);
        newTerms(contest);

        for (ValidatableResponse refused : List.of(
                Desk.contestant("ada").get(contest.path("/data")).then(),
                Desk.contestant("ada").get(contest.path("/data/train.csv")).then(),
                contest.send("ada", CSV + "2,0.1\n").then())) {
            refused.statusCode(403)
                    .body("type", equalTo("urn:podium:problem:terms-not-accepted"))
                    .body("version", equalTo(2));
        }
        // What somebody sent stays visible, and can be put forward
        Desk.contestant("ada").get(contest.path("/submissions")).then().body("items.size()", equalTo(1));
        accept(contest, Desk.contestant("ada"), Map.of()).statusCode(201).body("version", equalTo(2));
        accept(contest, Desk.contestant("ada"), Map.of()).statusCode(200).body("version", equalTo(2));
        Desk.contestant("ada").get(contest.path("/data")).then().statusCode(200);
        contest.accepted("ada", CSV + "2,0.1\n");

        assertThat(acceptances(contest)).containsExactly(1, 2);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> history(contest)
                                .getList(
                                        "items.findAll { it.kind == 'terms-accepted' && it.actor == 'ada' }.data.version")
                                .size()
                        == 2);
    }

    @Test
    void who_has_entered_accepts_new_terms_also_after_the_close() {
        Desk.OpenContest contest = Desk.open();
        contest.enter("ada");
        newTerms(contest);
        Desk.organizer("olga").post(contest.path("/close")).then().statusCode(200);

        accept(contest, Desk.contestant("bob"), Map.of())
                .statusCode(409)
                .body("type", equalTo("urn:podium:problem:contest-not-open"));
        accept(contest, Desk.contestant("ada"), Map.of()).statusCode(201);
        Desk.contestant("ada").get(contest.path("/data")).then().statusCode(200);
    }

    @Test
    void the_database_keeps_every_acceptance_as_it_was() {
        Desk.OpenContest contest = Desk.open();
        contest.accept("ada");

        for (String statement : List.of(
                "delete from acceptance where contest_id = '%s'",
                "update acceptance set terms_version = 1, sha256 = 'x' where contest_id = '%s'",
                "truncate acceptance")) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> database.createNativeQuery(statement.formatted(contest.id()))
                                    .executeUpdate()))
                    .as(statement)
                    .hasStackTraceContaining("can only be added to");
        }
    }

    @Test
    void what_has_to_be_affirmed_is_affirmed_word_for_word() {
        Desk.OpenContest contest =
                open("{\"attestations\": [\"I am 18 or older.\", \"I am not with the organizer.\"]}");

        RestAssured.get(contest.path("/terms"))
                .then()
                .body("attestations", equalTo(List.of("I am 18 or older.", "I am not with the organizer.")));
        accept(contest, Desk.contestant("ada"), Map.of("attestations", List.of("I am 18 or older.", "I am.")))
                .statusCode(422)
                .body("type", equalTo("urn:podium:problem:attestations-missing"))
                .body("missing", equalTo(List.of("I am not with the organizer.")));
        accept(
                        contest,
                        Desk.contestant("ada"),
                        Map.of("attestations", List.of("I am not with the organizer.", "I am 18 or older.")))
                .statusCode(201);
    }

    @Test
    void what_the_identity_provider_says_of_a_person_decides() {
        Desk.OpenContest contest = open("""
                {"countries": {"except": ["KP"]}, "organizations": {"only": ["acme"]}, "emailDomains": {"only": ["acme.example"]}}
                """);

        refused(contest, Map.of(), "country", "organization", "email-domain");
        refused(contest, with("country", "KP"), "country");
        refused(contest, with("organization", List.of("globex")), "organization");
        refused(contest, with("email", "ada@globex.example"), "email-domain");
        // Anybody could have typed an address that nobody verified
        refused(contest, with("email_verified", false), "email-domain");
        accept(contest, person("ada", with("country", "CH")), Map.of()).statusCode(201);
    }

    @Test
    void by_invitation_only_who_is_invited_enters() {
        Desk.OpenContest contest = open("{\"invitationOnly\": true}");
        accept(contest, Desk.contestant("ada"), Map.of())
                .statusCode(403)
                .body("type", equalTo("urn:podium:problem:not-eligible"))
                .body("obstacles", equalTo(List.of("not-invited")));

        invite(contest, "ada", "bob").statusCode(200).body("people", equalTo(List.of("ada", "bob")));
        invite(contest, "cem", "bob").statusCode(200).body("people", equalTo(List.of("cem")));
        invite(contest, "olga").statusCode(409).body("type", equalTo("urn:podium:problem:organizer-cannot-enter"));
        contest.enter("ada");
        invite(contest, "ada").statusCode(200).body("people", equalTo(List.of()));

        Desk.organizer("olga")
                .get(contest.path("/entrants"))
                .then()
                .body("items.person", equalTo(List.of("ada", "bob", "cem")))
                .body("items.status", equalTo(List.of("accepted", "invited", "invited")));
        try (KafkaEvents events = KafkaEvents.consume("teams")) {
            events.await(e -> e.key().equals(contest.id().toString())
                    && e.json().contains("\"subjectId\":\"bob\"")
                    && e.json().contains("\"status\":\"invited\""));
        }
    }

    @Test
    void nobody_enters_after_the_entry_deadline_but_entrants_go_on() {
        Desk.OpenContest contest = Desk.open(definition -> definition.replaceFirst(
                "\"closesAt\"", "\"entryDeadline\": \"" + time.now().plusSeconds(86_400) + "\", \"closesAt\""));
        contest.enter("ada");
        time.move(Duration.ofDays(2));

        accept(contest, Desk.contestant("bob"), Map.of())
                .statusCode(409)
                .body("type", equalTo("urn:podium:problem:entry-over"));
        contest.accepted("ada", CSV);
        newTerms(contest);
        accept(contest, Desk.contestant("ada"), Map.of()).statusCode(201);
    }

    private static Desk.OpenContest open(String eligibility) {
        return Desk.open(
                definition -> definition.replace("\"task\"", "\"eligibility\": " + eligibility + ", \"task\""));
    }

    private void newTerms(Desk.OpenContest contest) {
        String definition = Desk.organizer("olga")
                .get(contest.path(""))
                .then()
                .extract()
                .jsonPath()
                .prettify();
        Map<String, Object> rules = new HashMap<>(JsonPath.from(definition).getMap("definition"));
        rules.put("terms", Map.of("text", "Be fair and kind."));
        Desk.organizer("olga")
                .contentType("application/json")
                .body(rules)
                .put(contest.path(""))
                .then()
                .statusCode(200)
                .body("terms.version", equalTo(2));
    }

    private static ValidatableResponse accept(
            Desk.OpenContest contest, RequestSpecification person, Map<String, Object> more) {
        JsonPath terms = RestAssured.get(contest.path("/terms")).jsonPath();
        Map<String, Object> body = new HashMap<>(more);
        body.put("version", terms.getInt("version"));
        body.put("sha256", terms.getString("sha256"));
        return person.contentType("application/json")
                .body(body)
                .post(contest.path("/acceptances"))
                .then();
    }

    private static void refused(Desk.OpenContest contest, Map<String, Object> claims, String... obstacles) {
        accept(contest, person("eve", claims), Map.of())
                .statusCode(403)
                .body("type", equalTo("urn:podium:problem:not-eligible"))
                .body("obstacles", equalTo(List.of(obstacles)));
    }

    private static RequestSpecification person(String subject, Map<String, Object> claims) {
        return RestAssured.given().header("Authorization", Tokens.bearer(subject, claims, "contestant"));
    }

    /** The claims of somebody whom every rule lets in, but for one. */
    private static Map<String, Object> with(String claim, Object value) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "country", "CH", "organization", List.of("acme"), "email", "ada@acme.example", "email_verified", true));
        claims.put(claim, value);
        return claims;
    }

    private static ValidatableResponse invite(Desk.OpenContest contest, String... people) {
        return Desk.organizer("olga")
                .contentType("application/json")
                .body(Map.of("people", List.of(people)))
                .post(contest.path("/invitations"))
                .then();
    }

    private List<Integer> acceptances(Desk.OpenContest contest) {
        return QuarkusTransaction.requiringNew().call(() -> database.unwrap(Session.class)
                .createNativeQuery(
                        "select terms_version from acceptance where contest_id = :id order by 1", Integer.class)
                .setParameter("id", contest.id())
                .getResultList());
    }

    private static JsonPath history(Desk.OpenContest contest) {
        return Desk.organizer("olga").get(contest.path("/history")).jsonPath();
    }
}
