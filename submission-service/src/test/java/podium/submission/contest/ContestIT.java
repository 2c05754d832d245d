package podium.submission.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.kit.test.MovableTime;
import podium.submission.Desk;
import podium.submission.SubmissionBackends;

@QuarkusTest
@SubmissionBackends
class ContestIT {
    @Inject
    MovableTime time;

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void a_draft_in_yaml_is_seen_by_its_organizers_only() {
        String slug = Desk.newSlug();
        Desk.organizer("olga")
                .contentType("application/yaml")
                .body("""
                        slug: %s
                        title: Who earns?
                        description: Predict the class.
                        closesAt: "2099-12-01T12:00:00Z"
                        task: {target: class, kind: number, metric: rmse}
                        terms:
                          text: Be fair.
                        """.formatted(slug))
                .post("/api/v1/contests")
                .then()
                .statusCode(201)
                .header("ETag", "\"1-0-o\"")
                .body("state", equalTo("draft"))
                .body("data", equalTo("none"))
                .body("organizers", equalTo(List.of("olga")))
                .body("definition.submissions.perDay", equalTo(5));

        String path = "/api/v1/contests/" + slug;
        Desk.organizer("olga").get(path).then().statusCode(200);
        Desk.organizer("otto")
                .get(path)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:podium:problem:contest-unknown"));
        Desk.contestant("ada").get(path).then().statusCode(404);
        RestAssured.get(path).then().statusCode(404);
        RestAssured.get("/api/v1/contests?limit=100").then().body("items.slug", not(hasItem(slug)));
        Desk.organizer("olga")
                .get("/api/v1/contests?state=draft&limit=100")
                .then()
                .body("items.slug", hasItem(slug));
    }

    @Test
    void a_definition_that_is_wrong_gets_everything_that_is_wrong() {
        Desk.organizer("olga")
                .contentType("application/json")
                .body("{\"slug\": \"A\", \"task\": {\"kind\": \"binary\", \"metric\": \"r2\", \"target\": \"x\"}}")
                .post("/api/v1/contests")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:podium:problem:definition-invalid"))
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/slug",
                                "/title",
                                "/description",
                                "/closesAt",
                                "/task/metric",
                                "/task/positiveLabel",
                                "/terms"));
    }

    @Test
    void only_organizers_create_contests() {
        Desk.contestant("ada")
                .contentType("application/json")
                .body(Desk.definition(Desk.newSlug()))
                .post("/api/v1/contests")
                .then()
                .statusCode(403);
        RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/contests")
                .then()
                .statusCode(401);
    }

    @Test
    void of_twelve_at_once_one_gets_the_slug() throws Exception {
        String definition = Desk.definition(Desk.newSlug());
        try (var threads = Executors.newFixedThreadPool(12)) {
            var answers = threads.invokeAll(IntStream.range(0, 12)
                    .<java.util.concurrent.Callable<Integer>>mapToObj(i -> () -> Desk.organizer("org" + i)
                            .contentType("application/json")
                            .body(definition)
                            .post("/api/v1/contests")
                            .statusCode())
                    .toList());
            List<Integer> codes = answers.stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(codes.getFirst()).isEqualTo(201);
            assertThat(codes.subList(1, 12)).containsOnly(409);
        }
    }

    @Test
    void a_draft_changes_and_its_terms_are_versioned() {
        String slug = Desk.newSlug();
        Desk.draft(Desk.definition(slug));
        String path = "/api/v1/contests/" + slug;
        String changed = Desk.definition(slug).replace("Be fair.", "Be fair and kind.");

        Desk.organizer("olga")
                .contentType("application/json")
                .header("If-Match", "\"7\"")
                .body(changed)
                .put(path)
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:podium:problem:contest-changed"));
        Desk.organizer("olga")
                .contentType("application/json")
                .header("If-Match", "\"1-0-o\"")
                .body(changed)
                .put(path)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("terms.version", equalTo(2));
        Desk.organizer("olga")
                .contentType("application/json")
                .body(Desk.definition(Desk.newSlug()))
                .put(path)
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/slug"));
        Desk.organizer("olga").get(path + "/terms").then().statusCode(200).body("text", equalTo("Be fair and kind."));
    }

    @Test
    void opening_needs_released_data_and_its_time() {
        String slug = Desk.newSlug();
        Instant opensAt = Instant.now().plus(5, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        UUID id = Desk.draft(
                Desk.definition(slug).replaceFirst("\"closesAt\"", "\"opensAt\": \"" + opensAt + "\", \"closesAt\""));
        String open = "/api/v1/contests/" + slug + "/open";

        Desk.organizer("olga")
                .post(open)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:podium:problem:data-not-released"));
        Desk.release(id, slug);
        Desk.organizer("olga").post(open).then().statusCode(409).body("type", equalTo("urn:podium:problem:too-early"));
        time.move(Duration.ofDays(31));
        Desk.organizer("olga")
                .post(open)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:podium:problem:deadline-over"));
        time.reset();
        time.move(Duration.ofDays(6));
        Desk.organizer("olga").post(open).then().statusCode(200).body("state", equalTo("open"));
        Desk.organizer("olga")
                .post(open)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:podium:problem:contest-not-draft"));
        Desk.organizer("olga")
                .contentType("application/json")
                .body(Desk.definition(slug))
                .put("/api/v1/contests/" + slug)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:podium:problem:rules-fixed"))
                .body("violations.pointer", equalTo(List.of("/opensAt")));
    }

    @Test
    void somebody_always_runs_a_contest_and_not_an_entrant() {
        Desk.OpenContest contest = Desk.open();
        contest.accept("gil");
        String path = contest.path("/organizers");

        Desk.organizer("olga")
                .contentType("application/json")
                .body(Map.of("organizers", List.of()))
                .put(path)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:podium:problem:last-organizer"));
        Desk.organizer("olga")
                .contentType("application/json")
                .body(Map.of("organizers", List.of("olga", "gil")))
                .put(path)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:podium:problem:entrant-cannot-organize"));
        Desk.organizer("otto")
                .get(path)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:podium:problem:not-an-organizer"));
        Desk.organizer("olga")
                .contentType("application/json")
                .body(Map.of("organizers", List.of("otto", "olga")))
                .put(path)
                .then()
                .statusCode(200)
                .body("organizers", equalTo(List.of("olga", "otto")));
        Desk.organizer("otto").get(path).then().statusCode(200);
        Desk.contestant("ada").get(contest.path("")).then().statusCode(200).body("organizers", nullValue());
    }

    @Test
    void a_contest_for_entrants_shows_itself_to_them_but_lets_people_in() {
        Desk.OpenContest contest =
                Desk.open(definition -> definition.replace("\"task\"", "\"visibility\": \"entrants\", \"task\""));

        Desk.contestant("ada").get(contest.path("")).then().statusCode(404);
        contest.accept("ada");
        Desk.contestant("ada").get(contest.path("")).then().statusCode(200);
        Desk.contestant("bob").get(contest.path("")).then().statusCode(404);
    }

    @Test
    void a_contest_that_is_by_invitation_lets_nobody_in_who_is_not_invited() {
        Desk.OpenContest contest =
                Desk.open(definition -> definition.replace("\"task\"", "\"visibility\": \"invited\", \"task\""));

        Desk.contestant("ada").get(contest.path("")).then().statusCode(404);
        Desk.contestant("ada").get(contest.path("/terms")).then().statusCode(404);
        Desk.contestant("ada")
                .contentType("application/json")
                .body(Map.of("version", 1, "sha256", "0".repeat(64)))
                .post(contest.path("/acceptances"))
                .then()
                .statusCode(404);
    }
}
