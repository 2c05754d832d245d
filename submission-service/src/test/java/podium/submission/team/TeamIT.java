package podium.submission.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podium.submission.Desk;
import podium.submission.SubmissionBackends;

/** Entering a contest: terms, then a team. */
@QuarkusTest
@SubmissionBackends
class TeamIT {

    @Test
    void exactly_the_terms_in_force_are_accepted() {
        Desk.OpenContest contest = Desk.open();
        String sha256 = RestAssured.get(contest.path("/terms")).jsonPath().getString("sha256");
        assertThat(sha256).isEqualTo(Desk.sha256(Desk.bytes("Be fair.")));

        accept(contest, "ada", 1, "0".repeat(64))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:podium:problem:terms-changed"))
                .body("version", equalTo(1))
                .body("sha256", equalTo(sha256));
        accept(contest, "ada", 2, sha256).then().statusCode(409);
        accept(contest, "ada", 1, sha256).then().statusCode(201).body("contest", equalTo(contest.slug()));
        accept(contest, "ada", 1, sha256).then().statusCode(200);
        Desk.as("olga", "organizer", "contestant")
                .contentType("application/json")
                .body(Map.of("version", 1, "sha256", sha256))
                .post(contest.path("/acceptances"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:podium:problem:organizer-cannot-enter"));
    }

    @Test
    void a_team_needs_the_terms_and_a_name_of_its_own() {
        Desk.OpenContest contest = Desk.open();

        found(contest, "ada", "BellKor")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:podium:problem:terms-not-accepted"));
        contest.accept("ada");
        contest.accept("bob");
        Desk.contestant("ada").get(contest.path("/teams/mine")).then().statusCode(404);
        found(contest, "ada", "BellKor")
                .then()
                .statusCode(201)
                .body("name", equalTo("BellKor"))
                .body("contest", equalTo(contest.slug()))
                .body("captain", equalTo("ada"))
                .body("members", equalTo(List.of("ada")));
        found(contest, "bob", " bellkor ")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:podium:problem:team-name-taken"));
        found(contest, "bob", "").then().statusCode(422);
        found(contest, "ada", "Another")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:podium:problem:already-in-a-team"));
        Desk.contestant("ada")
                .get(contest.path("/teams/mine"))
                .then()
                .statusCode(200)
                .body("name", equalTo("BellKor"));
    }

    @Test
    void one_person_is_in_one_team_however_fast_they_ask() throws Exception {
        Desk.OpenContest contest = Desk.open();
        contest.accept("cem");
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Callable<Integer>> wishes = IntStream.range(0, 16)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> found(contest, "cem", "Team " + i).statusCode())
                    .toList();
            List<Integer> codes = threads.invokeAll(wishes).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(codes.getFirst()).isEqualTo(201);
            assertThat(codes.subList(1, 16)).containsOnly(409);
        }
    }

    @Test
    void a_name_goes_to_one_team_however_many_want_it() throws Exception {
        Desk.OpenContest contest = Desk.open();
        List<String> people = IntStream.range(0, 8).mapToObj(i -> "person" + i).toList();
        people.forEach(contest::accept);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> wishes = people.stream()
                    .<Callable<Integer>>map(
                            person -> () -> found(contest, person, "Ensemble").statusCode())
                    .toList();
            List<Integer> codes = threads.invokeAll(wishes).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(codes).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        }
    }

    private static io.restassured.response.Response accept(
            Desk.OpenContest contest, String who, int version, String sha256) {
        return Desk.contestant(who)
                .contentType("application/json")
                .body(Map.of("version", version, "sha256", sha256))
                .post(contest.path("/acceptances"));
    }

    private static io.restassured.response.Response found(Desk.OpenContest contest, String who, String name) {
        return Desk.contestant(who)
                .contentType("application/json")
                .body(Map.of("name", name))
                .post(contest.path("/teams"));
    }
}
