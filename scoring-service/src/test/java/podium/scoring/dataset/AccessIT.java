package podium.scoring.dataset;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.test.Tokens;

/** Nobody but the organizers of a contest reaches its data. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class AccessIT {

    @Test
    void aContestantReachesNothing() {
        Organized contest = Organized.contest();
        contest.uploads(Census.csv()).statusCode(201);

        for (Function<RequestSpecification, Response> call : calls(contest.path())) {
            call.apply(given().header("Authorization", Tokens.bearer(Organized.OLGA, "contestant")))
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void whoIsNotSignedInReachesNothing() {
        for (Function<RequestSpecification, Response> call : calls("/api/v1/datasets/census")) {
            call.apply(given()).then().statusCode(401);
        }
    }

    @Test
    void theOrganizerOfAnotherContestReachesNothing() {
        Organized contest = Organized.contest();
        contest.uploads(Census.csv()).statusCode(201);

        for (Function<RequestSpecification, Response> call : calls(contest.path())) {
            call.apply(contest.as("somebody-else"))
                    .then()
                    .statusCode(403)
                    .body("type", containsString("not-an-organizer"));
        }
    }

    @Test
    void aContestThatWasNotHeardOfMayComeInASecond() {
        given().header("Authorization", Tokens.bearer(Organized.OLGA, "organizer"))
                .get("/api/v1/datasets/not-heard-of")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("type", containsString("contest-not-known-yet"));
    }

    private static List<Function<RequestSpecification, Response>> calls(String path) {
        return List.of(
                request -> request.get(path),
                request -> request.contentType("text/csv").body("a,b\n1,2\n").post(path),
                request -> request.contentType("text/csv").body("1;*\n").put(path + "/hierarchies/age"),
                request -> request.contentType("application/json")
                        .body(Census.plan(1))
                        .post(path + "/plans"),
                request -> request.contentType("application/json")
                        .body("{\"reportSha256\":\"0\"}")
                        .post(path + "/approvals"));
    }
}
