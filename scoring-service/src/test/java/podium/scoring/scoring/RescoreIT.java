package podium.scoring.scoring;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static podium.scoring.scoring.ScoringScene.BOUND;
import static podium.scoring.scoring.ScoringScene.file;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.file.StoredFile;
import podium.kit.id.Ids;
import podium.kit.test.EventContracts;
import podium.kit.test.KafkaEvents;
import podium.kit.test.ReceivedEvent;
import podium.kit.test.Tokens;

/** From a corrected label to the scores of the next version. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
@TestProfile(GivenSolutions.Profile.class)
class RescoreIT {
    private final UUID ants = Ids.next();
    private final UUID bees = Ids.next();
    private final UUID cats = Ids.next();

    @Inject
    ScoringScene scene;

    private KafkaEvents scores;

    @BeforeEach
    void listen() {
        scores = KafkaEvents.consume("scores");
    }

    @AfterEach
    void close() {
        scores.close();
    }

    @Test
    void correctedLabelsMoveTeamsOnceTheyAreApplied() {
        scene.isOpen();
        UUID first = scene.submits(ants, 1, file(1, 5));
        UUID second = scene.submits(bees, 1, file(2, 6));
        UUID broken = scene.submits(bees, 2, "id,y\n");
        StoredFile late = lost(3);
        UUID failed = Ids.next();
        scene.accepted(failed, cats, 1, 1, late, "identity");
        scene.hears(scores, "SubmissionScored", first);
        scene.hears(scores, "SubmissionScored", second);
        scene.hears(scores, "SubmissionRejected", broken);
        scene.abandoned(failed, cats, 1);
        scene.hears(scores, "SubmissionFailed", failed);
        scene.upload(late.id(), file(3, 7).getBytes(UTF_8));

        // The public labels become 3, 4, 5 and 6: those who predicted 2 too much are right.
        String id = begin("""
                "labels": [{"id": "1", "label": "3"}, {"id": "2", "label": "4"},
                           {"id": "3", "label": "5"}, {"id": "4", "label": "6"}]""");
        JsonPath ready = isReady(id);
        assertThat(ready.getInt("progress.done")).isEqualTo(4);
        assertThat(ready.getInt("correctedLabels")).isEqualTo(4);
        assertThat(ready.getList("moves.teamId")).containsExactly(bees.toString(), ants.toString(), cats.toString());
        assertThat(ready.getList("moves.before.rank")).containsExactly(2, 1);
        assertThat(ready.getList("moves.after.rank")).containsExactly(1, 2, 3);
        assertThat(ready.getList("moves.after.score").toString()).isEqualTo("[0.0, 1.0, 1.0]");
        UUID between = scene.submits(ants, 2, file(1.5, 8));
        assertThat(scene.hears(scores, "SubmissionScored", between).json())
                .contains("\"releasedScore\":1.5000", "\"scoringVersion\":1");
        isReady(id);

        post(id + "/apply").statusCode(202);

        ReceivedEvent applied =
                scores.await(e -> e.type().equals("RescoreApplied") && e.key().equals(scene.contest.toString()), BOUND);
        EventContracts.assertValid("RescoreApplied", applied.json());
        assertThat(applied.json()).contains("\"scoringVersion\":2,\"count\":4,");
        await().atMost(BOUND).until(() -> ofVersion(2).size() == 4);
        assertThat(ofVersion(2))
                .containsExactlyInAnyOrder(
                        first + " 1.0000", second + " 0.0000", failed + " 1.0000", between + " 0.5000");
        UUID after = scene.submits(cats, 2, file(2.25, 9));
        assertThat(scene.hears(scores, "SubmissionScored", after).json())
                .contains("\"releasedScore\":0.2500", "\"scoringVersion\":2");
        assertThat(scene.count("select count(*) from outcome where scoring_version = 1 and contest_id = '%s'"
                        .formatted(scene.contest)))
                .as("history")
                .isEqualTo(5);
        get(id).statusCode(200).body("state", equalTo("applied")).body("scoredCount", equalTo(4));

        scene.settled(6, "");
        ReceivedEvent complete = scores.await(
                e -> e.type().equals("PrivateScoresComplete") && e.key().equals(scene.contest.toString()), BOUND);
        assertThat(complete.json()).contains("\"count\":3");
        request("""
                "metricVersion": 1""").statusCode(409).body("type", equalTo("urn:podium:problem:scores-revealed"));
    }

    @Test
    void aDiscardedOneTellsNothingAndLetsTheRevealGoOn() {
        scene.isOpen();
        scene.hears(scores, "SubmissionScored", scene.submits(ants, 1, file(1, 5)));
        String id = begin("""
                "decimals": 2""");
        isReady(id);
        scene.isHandled(scene.settled(1, ""));
        request("""
                "decimals": 3""").statusCode(409).body("type", equalTo("urn:podium:problem:rescore-in-progress"));
        assertThat(scene.heard(scores)).hasSize(1);

        post(id + "/discard").statusCode(200).body("state", equalTo("discarded"));

        scores.await(e -> e.type().equals("PrivateScoresComplete") && e.key().equals(scene.contest.toString()), BOUND);
        assertThat(scene.heard(scores)).noneMatch(event -> event.json().contains("\"scoringVersion\":2"));
        assertThat(scene.count("select count(*) from outcome where contest_id = '%s' and scoring_version = 2"
                        .formatted(scene.contest)))
                .isZero();
        post(id + "/apply").statusCode(409).body("type", equalTo("urn:podium:problem:rescore-ended"));
        get("?contest=scene-" + scene.contest)
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)))
                .body("items[0].state", equalTo("discarded"))
                .body("items[0].progress.done", equalTo(0));
    }

    @Test
    void workersThatDieInTheMiddleChangeNothing() {
        scene.isOpen();
        List<UUID> submissions = new ArrayList<>();
        for (int ordinal = 1; ordinal <= 40; ordinal++) {
            submissions.add(scene.submits(ordinal % 2 == 0 ? ants : bees, (ordinal + 1) / 2, file(ordinal / 8.0, 5)));
        }
        submissions.forEach(submission -> scene.hears(scores, "SubmissionScored", submission));

        String id = begin("""
                "labels": [{"id": "1", "label": "2"}]""");
        // Whoever is at it has died as far as the others can tell: its claims belong to nobody, and what it commits is
        // void.
        for (int deaths = 0; deaths < 5; deaths++) {
            scene.run("""
                    update scoring_task set claim = gen_random_uuid(), lease_until = clock_timestamp() + interval '300 ms'
                    where rescore and contest_id = '%s'""".formatted(scene.contest));
        }
        isReady(id);
        post(id + "/apply").statusCode(202);

        await().atMost(BOUND).until(() -> ofVersion(2).size() == 40);
        for (int ordinal = 1; ordinal <= 40; ordinal++) {
            double error = ordinal / 8.0;
            double expected = Math.sqrt(((error - 1) * (error - 1) + 3 * error * error) / 4);
            assertThat(ofVersion(2))
                    .contains(submissions.get(ordinal - 1) + " " + String.format(Locale.ROOT, "%.4f", expected));
        }
        assertThat(scene.count("select count(*) from outcome where contest_id = '%s' and scoring_version = 2"
                        .formatted(scene.contest)))
                .isEqualTo(40);
    }

    @Test
    void saysAllThatIsWrong() {
        scene.isOpen();
        scene.hears(scores, "SubmissionScored", scene.submits(ants, 1, file(1, 5)));

        request("""
                "labels": [{"id": "99", "label": "1"}, {"id": "1", "label": "x"}], "decimals": 5,
                "settings": {"k": 3}, "metricVersion": 7""")
                .statusCode(422)
                .body("type", equalTo("urn:podium:problem:rescore-invalid"))
                .body(
                        "violations.pointer.toSet()",
                        equalTo(Set.of("/labels/0/id", "/labels/1/label", "/decimals", "/settings")));
        given().header("Authorization", Tokens.bearer("otto", "organizer"))
                .contentType("application/json")
                .body(body("\"decimals\": 2"))
                .post("/api/v1/rescores")
                .then()
                .statusCode(403);
    }

    /** A file that is accepted and not in the store. */
    private StoredFile lost(double error) {
        StoredFile twin = scene.upload(file(error, 7).getBytes(UTF_8));
        return new StoredFile(Ids.next(), twin.bytes(), twin.sha256());
    }

    private String body(String cause) {
        return "{\"contest\": \"scene-%s\", \"reason\": \"Labels were wrong\", %s}".formatted(scene.contest, cause);
    }

    private ValidatableResponse request(String cause) {
        return given().header("Authorization", Tokens.bearer("olga", "organizer"))
                .contentType("application/json")
                .body(body(cause))
                .post("/api/v1/rescores")
                .then();
    }

    private String begin(String cause) {
        return request(cause).statusCode(202).extract().path("id");
    }

    private ValidatableResponse get(String path) {
        return given().header("Authorization", Tokens.bearer("olga", "organizer"))
                .get("/api/v1/rescores/" + path)
                .then();
    }

    private ValidatableResponse post(String path) {
        return given().header("Authorization", Tokens.bearer("olga", "organizer"))
                .post("/api/v1/rescores/" + path)
                .then();
    }

    private JsonPath isReady(String id) {
        await().atMost(BOUND).until(() -> get(id).extract().path("state").equals("ready"));
        return get(id).statusCode(200).extract().jsonPath();
    }

    /** Submissions with their released scores, of a version. */
    private List<String> ofVersion(int version) {
        return scene.heard(scores).stream()
                .filter(event -> event.json().contains("\"scoringVersion\":" + version)
                        && event.type().equals("SubmissionScored"))
                .map(event -> event.json()
                        .replaceFirst(".*\"submissionId\":\"([^\"]+)\".*\"releasedScore\":([0-9.]+).*", "$1 $2"))
                .toList();
    }
}
