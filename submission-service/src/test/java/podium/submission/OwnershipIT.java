package podium.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A submission is its team's: no endpoint shows it, or anything of it, to another contestant. */
@QuarkusTest
@SubmissionBackends
class OwnershipIT {
    private static final String CSV = "id,class\n1,0.123456\n";

    @Test
    void no_endpoint_shows_a_submission_to_another_team() {
        Desk.OpenContest contest = Desk.open();
        UUID adas = contest.enter("ada");
        contest.enter("eve");
        UUID submission = contest.accepted("ada", CSV);
        String sha256 = Desk.sha256(Desk.bytes(CSV));

        // Every path that the service publishes, with the ids of the other team in it
        Set<String> paths = JsonPath.from(RestAssured.given()
                        .header("Accept", "application/json")
                        .get("/q/openapi?format=json")
                        .asString())
                .getMap("paths")
                .keySet()
                .stream()
                .map(Object::toString)
                .map(path -> path.replace("{slug}", contest.slug())
                        .replace("{id}", submission.toString())
                        .replace("{name}", "train.csv"))
                .collect(Collectors.toSet());
        assertThat(paths).contains("/api/v1/submissions/" + submission, contest.path("/submissions"));
        for (String path : paths) {
            for (String query : List.of("", "?team=" + adas, "?limit=100&team=" + adas)) {
                for (var who : List.of(
                        Desk.contestant("eve"),
                        Desk.contestant("stranger"),
                        Desk.organizer("otto"),
                        Desk.as("eve", "contestant", "organizer", "operator"),
                        RestAssured.given())) {
                    String body = who.get(path + query).asString();
                    assertThat(body)
                            .as(path + query)
                            .doesNotContain(sha256)
                            .doesNotContain("\"receipt\"")
                            .doesNotContain("\"subjectId\"")
                            .doesNotContain("ada@example.org");
                }
            }
        }
        Desk.contestant("eve")
                .get("/api/v1/submissions/" + submission)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:podium:problem:submission-unknown"));
        Desk.contestant("eve")
                .get(contest.path("/submissions?team=" + adas))
                .then()
                .statusCode(403);
        Desk.contestant("eve")
                .contentType("application/json")
                .body(Map.of("submissionIds", List.of(submission)))
                .put(contest.path("/final-selection"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:podium:problem:not-selectable"));

        // Its team and the organizers see it
        Desk.contestant("ada")
                .get("/api/v1/submissions/" + submission)
                .then()
                .statusCode(200)
                .body("sha256", equalTo(sha256));
        Desk.contestant("ada")
                .get(contest.path("/submissions"))
                .then()
                .body("items.id", equalTo(List.of(submission.toString())));
        Desk.contestant("eve").get(contest.path("/submissions")).then().body("items.size()", equalTo(0));
        Desk.organizer("olga").get("/api/v1/submissions/" + submission).then().statusCode(200);
        Desk.organizer("olga")
                .get(contest.path("/submissions?team=" + adas))
                .then()
                .body("items.size()", equalTo(1));
    }

    @Test
    void the_final_selection_is_bounded_and_ends_with_the_contest() {
        Desk.OpenContest contest = Desk.open();
        contest.enter("ada");
        List<UUID> ids = List.of(
                contest.accepted("ada", CSV),
                contest.accepted("ada", CSV + "2,0.2\n"),
                contest.accepted("ada", CSV + "3,0.3\n"));

        select(contest, ids).then().statusCode(422).body("type", equalTo("urn:podium:problem:too-many-selections"));
        select(contest, ids.subList(0, 2)).then().statusCode(200);
        select(contest, List.of(ids.get(2), ids.get(2))).then().statusCode(200);
        Desk.contestant("ada")
                .get(contest.path("/final-selection"))
                .then()
                .body("submissionIds", equalTo(List.of(ids.get(2).toString())));
        Desk.contestant("ada").get("/api/v1/submissions/" + ids.get(2)).then().body("finalSelection", equalTo(true));
        Desk.contestant("stranger").get(contest.path("/final-selection")).then().statusCode(403);
        Desk.organizer("olga").post(contest.path("/close")).then().statusCode(200);
        select(contest, ids.subList(0, 1))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:podium:problem:contest-closed"));
    }

    private static io.restassured.response.Response select(Desk.OpenContest contest, List<UUID> ids) {
        return Desk.contestant("ada")
                .contentType("application/json")
                .body(Map.of("submissionIds", ids))
                .put(contest.path("/final-selection"));
    }
}
