package podium.kit.problem;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.kit.sample.SampleBackends;
import podium.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(SampleBackends.class)
class ProblemsIT {

    @Test
    void writesTheProblemWithItsMembersAndHeaders() {
        problem(given(), "/sample/problem", 429, "quota-used-up")
                .header("Retry-After", "2")
                .body("title", equalTo("Quota used up"))
                .body("detail", equalTo("Five a day. Come back tomorrow."))
                .body("instance", equalTo("/sample/problem"))
                .body("remaining", is(0));
    }

    @Test
    void findsTheProblemInsideOfWhatWrapsIt() {
        problem(given(), "/sample/wrapped", 409, "contest-closed");
    }

    @Test
    void tellsNothingOfItsInsides() {
        problem(given(), "/sample/bug", 500, "unexpected")
                .body("incident", matchesPattern("[0-9a-f-]{36}"))
                .body(not(containsString("secret")));
        problem(given(), "/sample/database-down", 503, "temporarily-unavailable")
                .header("Retry-After", "5")
                .body(not(containsString("secret")));
        problem(given(), "/sample/store-down", 503, "store-unavailable")
                .header("Retry-After", "5")
                .body(not(containsString("secret")));
    }

    @Test
    void answersWhatTheServerRefuses() {
        problem(given(), "/nowhere", 404, "not-found").body("detail", equalTo("There is nothing at /nowhere."));
        problem(given(), "/sample/things", 405, "method-not-allowed");
        problem(given().accept("image/png"), "/sample/version", 406, "not-acceptable");
        problem(given(), "/sample/range", 416, "range-not-satisfiable").header("Content-Range", "bytes */42");
        post(given().contentType("text/plain").body("x"), 415, "unsupported-media-type");
    }

    @Test
    void saysWhichParameterIsInvalid() {
        problem(given(), "/sample/limited?limit=101", 422, "invalid")
                .body("violations[0].pointer", equalTo("query/limit"))
                .body("violations[0].message", equalTo("must be less than or equal to 100"));
        problem(given(), "/sample/limited?limit=many", 404, "not-found");
    }

    @Test
    void listsEveryViolationInABody() {
        post(json("""
                {"name": " ", "parts": [{"name": "a", "weight": 1}, {"name": "", "weight": 2}]}
                """), 422, "invalid")
                .body("violations.pointer", equalTo(List.of("/name", "/parts/1/name")))
                .body("detail", equalTo("2 things are wrong, see violations."));
    }

    @Test
    void saysWhereJsonIsMalformed() {
        post(json("{\"name\": \"a\",\n  \"kind\" \"PLAIN\"}"), 400, "body-malformed")
                .body("line", is(2))
                .body("column", is(10));
        post(json("{\"name\": \"a\", \"name\": \"b\"}"), 400, "body-malformed");
        post(json("{\"name\": \"a\"} x"), 400, "body-malformed");
        post(json(""), 400, "body-missing");
        post(json("null"), 400, "body-missing");
    }

    @Test
    void saysWhatDoesNotFit() {
        violation("{\"name\": \"a\", \"knid\": 1}", "/knid")
                .body(
                        "violations[0].message",
                        equalTo("There is no property knid here; there is kind, name, parts, since."));
        violation("{\"name\": \"a\", \"kind\": \"ODD\"}", "/kind")
                .body("violations[0].message", equalTo("\"ODD\" is not one of PLAIN, FANCY."));
        violation("{\"name\": \"a\", \"since\": \"soon\"}", "/since")
                .body("violations[0].message", equalTo("\"soon\" is not an instant such as 2026-01-31T12:00:00Z."));
        violation("{\"name\": \"a\", \"parts\": {}}", "/parts")
                .body("violations[0].message", equalTo("This must be a list."));
        violation("{\"name\": \"a\", \"parts\": [{\"name\": \"p\", \"weight\": \"heavy\"}]}", "/parts/0/weight")
                .body("violations[0].message", equalTo("\"heavy\" is not a whole number."));
        violation("{\"name\": \"a\", \"parts\": [{\"name\": \"p\", \"weight\": -1}]}", "/parts/0")
                .body("violations[0].message", equalTo("weight must not be negative"))
                .body("line", is(1));
    }

    @Test
    void readsYamlAsItReadsJson() {
        String yaml = """
                name: boat
                kind: FANCY
                since: 2026-01-31T12:00:00Z
                parts:
                  - name: keel
                    weight: 10
                """;
        for (String type : List.of("application/yaml", "application/x-yaml")) {
            body(type, yaml)
                    .post("/sample/things")
                    .then()
                    .statusCode(200)
                    .body("name", equalTo("boat"))
                    .body("since", equalTo("2026-01-31T12:00:00.000Z"))
                    .body("parts[0].weight", is(10))
                    .body("note", nullValue());
        }
    }

    @Test
    void saysWhatIsWrongWithYaml() {
        post(yaml("name: boat\nname: ship\n"), 400, "body-malformed");
        post(yaml("name: [\n"), 400, "body-malformed");
        post(yaml("name: boat\nkind: ODD\n"), 422, "invalid")
                .body("violations[0].pointer", equalTo("/kind"))
                .body("line", is(2));
        post(yaml("name: &a PLAIN\nkind: *a\n"), 400, "body-malformed")
                .body("detail", containsString("Aliases are not read here"));
    }

    @Test
    void asksForATokenAndRefusesABadOne() {
        problem(given(), "/sample/organizers-only", 401, "not-signed-in").header("WWW-Authenticate", "Bearer");
        problem(given(), "/sample/own", 401, "not-signed-in").header("WWW-Authenticate", "Bearer");
        problem(bearer("Bearer nonsense"), "/sample/organizers-only", 401, "token-refused")
                .header("WWW-Authenticate", containsString("invalid_token"));
        problem(bearer(Tokens.expired("alice", "organizer")), "/sample/anyone", 401, "token-refused");
    }

    @Test
    void knowsTheCaller() {
        problem(bearer(Tokens.bearer("alice", "contestant")), "/sample/organizers-only", 403, "forbidden");
        bearer(Tokens.bearer("olga", "organizer"))
                .get("/sample/organizers-only")
                .then()
                .statusCode(200)
                .body("subject", equalTo("olga"))
                .body("email", equalTo("olga@example.org"));
        bearer(Tokens.bearer("alice", "contestant"))
                .get("/sample/anyone")
                .then()
                .statusCode(200)
                .body("signedIn", is(true))
                .body("contestant", is(true));
        given().get("/sample/anyone").then().statusCode(200).body("signedIn", is(false));
    }

    @Test
    void sendsAVersionOnce() {
        String etag =
                given().get("/sample/version").then().statusCode(200).extract().header("ETag");

        assertThat(etag).isEqualTo("\"7\"");
        given().header("If-None-Match", etag)
                .get("/sample/version")
                .then()
                .statusCode(304)
                .header("ETag", etag)
                .body(equalTo(""));
    }

    private static ValidatableResponse violation(String body, String pointer) {
        return post(json(body), 422, "invalid").body("violations[0].pointer", equalTo(pointer));
    }

    private static ValidatableResponse problem(RequestSpecification request, String path, int status, String code) {
        return problem(request.get(path).then(), status, code);
    }

    private static ValidatableResponse post(RequestSpecification request, int status, String code) {
        return problem(request.post("/sample/things").then(), status, code);
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:podium:problem:" + code))
                .body("status", is(status));
    }

    private static RequestSpecification json(String body) {
        return body("application/json", body);
    }

    private static RequestSpecification yaml(String body) {
        return body("application/yaml", body);
    }

    /** As bytes: the client has an encoder of its own for some types and none for others. */
    private static RequestSpecification body(String type, String body) {
        return given().contentType(type).body(body.getBytes(UTF_8));
    }

    private static RequestSpecification bearer(String authorization) {
        return given().header("Authorization", authorization);
    }
}
