package podium.scoring.dataset;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import podium.kit.id.Ids;
import podium.kit.test.KafkaEvents;
import podium.kit.test.Tokens;

/** A contest that scoring was told of, and what its organizers Olga and Otto do to its data. */
final class Organized {
    static final String OLGA = "subject-olga";
    static final String OTTO = "subject-otto";

    static final String BINARY = """
            {"target": "rich", "kind": "binary", "positiveLabel": "yes", "metric": "roc-auc", "decimals": 4,
             "predictionRange": {"min": 0, "max": 1}, "outOfRange": "reject"}""";

    private final String first;
    private final String second;

    final UUID contest = Ids.next();
    final String slug = "census-" + contest.toString().substring(24);

    private Organized(String first, String second) {
        this.first = first;
        this.second = second;
    }

    /** Tells of a new contest and waits until scoring has heard. */
    static Organized contest() {
        return contest(BINARY);
    }

    /** The same with another task, as definitions have it. */
    static Organized contest(String task) {
        return contest(task, OLGA, OTTO);
    }

    /** The same with organizers who have released nothing yet: what they did before is given to whoever attacks. */
    static Organized contestOfNewOrganizers(String task, String name) {
        return contest(task, "subject-olga-" + name, "subject-otto-" + name);
    }

    private static Organized contest(String task, String first, String second) {
        Organized organized = new Organized(first, second);
        organized.tells(1, task);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> organized.as(first).get(organized.path()).statusCode() == 200);
        return organized;
    }

    /** Tells what the contest's definition is now. */
    void tells(int version, String task) {
        KafkaEvents.publish("contests", contest.toString(), "ContestChanged", snapshot(version, task));
    }

    /** Tells that the contest is archived. */
    void isArchived(int version) {
        KafkaEvents.publish(
                "contests",
                contest.toString(),
                "ContestChanged",
                snapshot(version, BINARY).replace("\"draft\"", "\"archived\""));
    }

    String snapshot(int version) {
        return snapshot(version, BINARY);
    }

    private String snapshot(int version, String task) {
        return """
                {"contestId": "%s", "version": %d, "slug": "%s", "state": "draft", "visibility": "public",
                 "organizers": ["%s", "%s"],
                 "definition": {"slug": "%s", "task": %s, "board": {"release": "rounded"}},
                 "changedAt": "2026-11-01T09:00:00.000Z"}""".formatted(contest, version, slug, first, second, slug, task);
    }

    String path() {
        return "/api/v1/datasets/" + slug;
    }

    RequestSpecification as(String subject) {
        return given().header("Authorization", Tokens.bearer(subject, "organizer"));
    }

    ValidatableResponse uploads(String csv) {
        return as(first).contentType("text/csv").body(csv).post(path()).then();
    }

    ValidatableResponse sendsItems(String csv) {
        return as(first)
                .contentType("text/csv")
                .body(csv)
                .put(path() + "/items")
                .then();
    }

    ValidatableResponse sendsHierarchy(String column, String csv) {
        return as(first)
                .contentType("text/csv")
                .body(csv)
                .put(path() + "/hierarchies/" + column)
                .then();
    }

    ValidatableResponse plans(String json) {
        return as(first)
                .contentType("application/json")
                .body(json)
                .post(path() + "/plans")
                .then();
    }

    /** The dataset once nothing is being processed; several requests, as each is answered after a while. */
    ValidatableResponse settled() {
        ValidatableResponse answer = looks();
        for (int more = 0; more < 20 && "processing".equals(answer.extract().path("state")); more++) {
            answer = looks();
        }
        return answer;
    }

    private ValidatableResponse looks() {
        return as(first)
                .header("Prefer", "wait=10")
                .get(path())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }

    ValidatableResponse approves(String subject, String reportSha256) {
        return as(subject)
                .header("Prefer", "wait=30")
                .contentType("application/json")
                .body("{\"reportSha256\": \"" + reportSha256 + "\"}")
                .post(path() + "/approvals")
                .then();
    }

    /** Raw data, hierarchy and a plan that passes: the digest of the report to approve. */
    String awaitsApproval() {
        uploads(Census.csv()).statusCode(201);
        sendsHierarchy("age", Census.AGE_HIERARCHY).statusCode(200);
        plans(Census.plan(1)).statusCode(202);
        return settled().extract().path("report.reportSha256");
    }

    /** All the way. */
    void released() {
        String report = awaitsApproval();
        approves(OLGA, report).statusCode(200);
        approves(OTTO, report).statusCode(200);
    }
}
