package podium.submission.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.kit.test.KafkaEvents;
import podium.kit.test.MovableTime;
import podium.kit.time.Ticker;
import podium.submission.Desk;
import podium.submission.SubmissionBackends;
import podium.submission.history.HashChain;
import podium.submission.history.HistoryStore;

/** The way of a contest from draft to archive. */
@QuarkusTest
@SubmissionBackends
class CourseIT {
    private static final String CSV = "id,class\n1,0.5\n";
    private static final Map<String, String> BECAUSE = Map.of("reason", "Because.");

    @Inject
    MovableTime time;

    @Inject
    Phases phases;

    @Inject
    ContestConfig config;

    @Inject
    HistoryStore history;

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void the_clock_opens_and_closes_a_contest_once_at_its_instants_whatever_the_number_of_replicas() {
        // Given: a scheduled contest, and two more replicas whose clocks look as often as this one's
        String slug = Desk.newSlug();
        Instant opensAt = time.now().plus(5, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        UUID id = Desk.draft(opening(slug, opensAt));
        Desk.release(id, slug);
        move(slug, "schedule").statusCode(200).body("state", equalTo("scheduled"));
        Instant closesAt = Instant.parse(get(slug).jsonPath().getString("definition.closesAt"));
        try (Ticker _ = replica(1);
                Ticker _ = replica(2)) {

            // When
            time.move(Duration.between(time.now(), opensAt).plusMillis(1));
            awaitState(slug, "open");
            time.move(Duration.between(time.now(), closesAt).plusMillis(1));
            awaitState(slug, "closed");
        }

        // Then
        Response closed = get(slug);
        assertThat(Instant.parse(closed.jsonPath().getString("openedAt"))).isEqualTo(opensAt);
        assertThat(Instant.parse(closed.jsonPath().getString("closedAt"))).isEqualTo(closesAt);
        assertThat(moves(slug)).containsExactly("draft scheduled", "scheduled open", "open closed");
        assertThat(lateness(slug, 1, opensAt)).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(lateness(slug, 2, closesAt)).isLessThanOrEqualTo(Duration.ofSeconds(1));
        try (KafkaEvents events = KafkaEvents.consume("contests")) {
            events.await(e -> e.key().equals(id.toString()) && e.json().contains("\"state\":\"closed\""));
            for (String state : List.of("scheduled", "open", "closed")) {
                assertThat(events.all().stream()
                                .filter(e -> e.key().equals(id.toString())
                                        && e.json().contains("\"state\":\"" + state + "\"")))
                        .as(state)
                        .hasSize(1);
            }
        }
    }

    @Test
    void a_scheduled_contest_is_seen_by_everybody_and_can_be_withdrawn() {
        String slug = Desk.newSlug();
        UUID id = Desk.draft(opening(slug, time.now().plus(5, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS)));
        move(slug, "schedule").statusCode(409).body("type", equalTo("urn:podium:problem:data-not-released"));
        Desk.release(id, slug);
        move(slug, "withdraw").statusCode(409).body("type", equalTo("urn:podium:problem:contest-not-scheduled"));

        move(slug, "schedule").statusCode(200);
        RestAssured.get("/api/v1/contests/" + slug).then().statusCode(200).body("state", equalTo("scheduled"));
        Desk.contestant("ada")
                .contentType("application/json")
                .body(Map.of("version", 1, "sha256", get(slug).jsonPath().getString("terms.sha256")))
                .post("/api/v1/contests/" + slug + "/acceptances")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:podium:problem:contest-not-open"));
        move(slug, "open").statusCode(409).body("type", equalTo("urn:podium:problem:too-early"));
        move(slug, "withdraw").statusCode(200).body("state", equalTo("draft"));
        RestAssured.get("/api/v1/contests/" + slug).then().statusCode(404);
    }

    @Test
    void scheduling_needs_to_know_when_to_open() {
        String slug = Desk.newSlug();
        Desk.release(Desk.draft(Desk.definition(slug)), slug);

        move(slug, "schedule").statusCode(409).body("type", equalTo("urn:podium:problem:opening-missing"));
    }

    @Test
    void a_paused_contest_takes_nothing_until_it_is_resumed() {
        Desk.OpenContest contest = Desk.open();
        contest.enter("ada");
        move(contest.slug(), "resume").statusCode(409).body("type", equalTo("urn:podium:problem:contest-not-paused"));
        because(contest.slug(), "pause", Map.of("reason", " ")).statusCode(422);

        because(contest.slug(), "pause", Map.of("reason", "A file is damaged."))
                .statusCode(200)
                .body("state", equalTo("paused"))
                .body("pausedAt", notNullValue())
                .body("reason", equalTo("A file is damaged."));
        contest.send("ada", CSV)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:podium:problem:contest-paused"))
                .body(
                        "detail",
                        equalTo("The contest is paused, send it again when it goes on. The organizers say: A file is"
                                + " damaged."));
        // People still enter, and who was about to choose still can
        contest.enter("bob");
        move(contest.slug(), "resume")
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("reason", nullValue());
        contest.accepted("ada", CSV);
    }

    @Test
    void the_deadline_of_a_paused_contest_stands() {
        Desk.OpenContest contest = Desk.open();
        because(contest.slug(), "pause", BECAUSE).statusCode(200);

        time.move(Duration.ofDays(31));

        awaitState(contest.slug(), "closed");
    }

    /** No clock's job is needed for that: the move itself does what is due. */
    @Test
    void nobody_is_quicker_than_the_deadline() {
        Desk.OpenContest contest = Desk.open();
        Instant closesAt = Instant.parse(get(contest.slug()).jsonPath().getString("deadline"));
        time.move(Duration.between(time.now(), closesAt));

        because(contest.slug(), "cancel", BECAUSE)
                .statusCode(409)
                .body("type", equalTo("urn:podium:problem:contest-over"))
                .body("state", equalTo("closed"));
        assertThat(Instant.parse(get(contest.slug()).jsonPath().getString("closedAt")))
                .isEqualTo(closesAt);
    }

    @Test
    void a_cancelled_contest_is_over_and_can_be_archived() {
        Desk.OpenContest contest = Desk.open();
        contest.enter("ada");
        UUID submission = contest.accepted("ada", CSV);

        because(contest.slug(), "cancel", Map.of("reason", "The data may not be used any more."))
                .statusCode(200)
                .body("state", equalTo("cancelled"))
                .body("reason", equalTo("The data may not be used any more."));
        contest.send("ada", CSV).then().statusCode(409).body("type", equalTo("urn:podium:problem:contest-closed"));
        RestAssured.get(contest.path("")).then().statusCode(200);
        move(contest.slug(), "archive").statusCode(409).body("type", equalTo("urn:podium:problem:contest-not-settled"));
        Desk.score(contest.id(), submission, 0.8);
        awaitScored(submission);
        move(contest.slug(), "archive").statusCode(200).body("state", equalTo("archived"));
        move(contest.slug(), "archive").statusCode(200);
    }

    @Test
    void a_draft_that_is_given_up_is_never_seen() {
        String slug = Desk.newSlug();
        UUID id = Desk.draft(Desk.definition(slug));

        because(slug, "cancel", BECAUSE).statusCode(200);

        RestAssured.get("/api/v1/contests/" + slug).then().statusCode(404);
        Desk.contestant("ada").get("/api/v1/contests/" + slug + "/terms").then().statusCode(404);
        try (KafkaEvents events = KafkaEvents.consume("contests")) {
            events.await(e -> e.key().equals(id.toString())
                    && e.json().contains("\"state\":\"cancelled\"")
                    && e.json().contains("\"visibility\":\"invited\",\"organizers\""));
        }
        move(slug, "archive").statusCode(200).body("state", equalTo("archived"));
        RestAssured.get("/api/v1/contests/" + slug).then().statusCode(404);
    }

    @Test
    void private_scores_begin_the_verification_and_organizers_may_end_it_without_an_award() {
        Desk.OpenContest contest = Desk.open();
        move(contest.slug(), "close").statusCode(200).body("state", equalTo("closed"));
        move(contest.slug(), "close").statusCode(409).body("type", equalTo("urn:podium:problem:contest-not-open"));
        because(contest.slug(), "end", BECAUSE)
                .statusCode(409)
                .body("type", equalTo("urn:podium:problem:contest-not-settled"));
        move(contest.slug(), "archive").statusCode(409).body("type", equalTo("urn:podium:problem:contest-not-ended"));

        // The event comes before the contest is settled here, and waits
        KafkaEvents.publish("scores", contest.id().toString(), "PrivateScoresComplete", """
                {"contestId": "%s", "count": 0, "completedAt": "2026-12-01T12:01:00.300Z"}
                """.formatted(contest.id()));
        time.move(Duration.ofSeconds(31));
        awaitState(contest.slug(), "verifying");
        because(contest.slug(), "end", Map.of("reason", "Nobody could reproduce."))
                .statusCode(200)
                .body("state", equalTo("ended-without-award"))
                .body("reason", equalTo("Nobody could reproduce."));
        move(contest.slug(), "archive")
                .statusCode(200)
                .body("state", equalTo("archived"))
                .body("reason", equalTo("Nobody could reproduce."));
        assertThat(moves(contest.slug()))
                .containsExactly(
                        "draft open",
                        "open closed",
                        "closed verifying",
                        "verifying ended-without-award",
                        "ended-without-award archived");
    }

    @Test
    void a_winner_that_is_confirmed_is_awarded() {
        Desk.OpenContest contest = Desk.open();
        UUID team = contest.enter("ada");
        UUID submission = contest.accepted("ada", CSV);
        Desk.score(contest.id(), submission, 0.8);
        awaitScored(submission);
        move(contest.slug(), "close").statusCode(200);

        // Both events come before the contest is settled here, and wait
        KafkaEvents.publish(
                "standings", contest.id().toString(), "WinnerConfirmed", """
                {"contestId": "%s", "teamId": "%s", "submissionId": "%s", "confirmedBy": "otto",
                 "confirmedAt": "2026-12-15T10:00:00.000Z"}
                """.formatted(contest.id(), team, submission));
        KafkaEvents.publish("scores", contest.id().toString(), "PrivateScoresComplete", """
                {"contestId": "%s", "count": 1, "completedAt": "2026-12-01T12:01:00.300Z"}
                """.formatted(contest.id()));
        time.move(Duration.ofSeconds(31));

        awaitState(contest.slug(), "awarded");
        because(contest.slug(), "end", BECAUSE)
                .statusCode(409)
                .body("type", equalTo("urn:podium:problem:contest-not-closed"));
        assertThat(moves(contest.slug()))
                .containsExactly("draft open", "open closed", "closed verifying", "verifying awarded");
        assertThat(history(contest.slug()).getString("items.find { it.kind == 'winner-confirmed' }.data.teamId"))
                .isEqualTo(team.toString());
        move(contest.slug(), "archive").statusCode(200).body("state", equalTo("archived"));
    }

    @Test
    void the_way_of_the_data_is_in_the_history() {
        String slug = Desk.newSlug();
        UUID id = Desk.draft(Desk.definition(slug));

        KafkaEvents.publish("datasets", id.toString(), "DatasetAudited", """
                {"contestId": "%s", "auditId": "%s", "step": "approved", "actor": "otto", "detail": {"reportSha256": "abc"},
                 "auditedAt": "2026-11-02T08:29:00.000Z"}
                """.formatted(id, UUID.randomUUID()));

        awaitHistory(slug, 2);
        JsonPath entries = history(slug);
        assertThat(entries.getString("items[1].kind")).isEqualTo("dataset-audited");
        assertThat(entries.getString("items[1].actor")).isEqualTo("otto");
        assertThat(entries.getString("items[1].at")).isEqualTo("2026-11-02T08:29:00.000Z");
        assertThat(entries.getString("items[1].data.detail.reportSha256")).isEqualTo("abc");
    }

    @Test
    void the_first_released_score_that_reaches_the_target_starts_last_call_and_no_later_one_restarts_it() {
        Desk.OpenContest contest = target("{\"baseline\": 0.8, \"improvement\": 0.1, \"lastCallDays\": 3}");
        contest.enter("ada");
        UUID below = contest.accepted("ada", CSV);
        UUID first = contest.accepted("ada", CSV + "2,0.2\n");
        UUID later = contest.accepted("ada", CSV + "3,0.3\n");

        Desk.score(contest.id(), below, 0.8799);
        awaitScored(below);
        assertThat(get(contest.slug()).jsonPath().getString("state")).isEqualTo("open");
        Desk.score(contest.id(), first, 0.88);
        awaitState(contest.slug(), "last-call");
        JsonPath lastCall = get(contest.slug()).jsonPath();
        Instant deadline = Instant.parse(lastCall.getString("deadline"));
        assertThat(deadline)
                .isEqualTo(Instant.parse(lastCall.getString("lastCallAt")).plus(3, ChronoUnit.DAYS));
        Desk.score(contest.id(), later, 0.95);
        awaitScored(later);
        assertThat(Instant.parse(get(contest.slug()).jsonPath().getString("deadline")))
                .isEqualTo(deadline);

        because(contest.slug(), "pause", BECAUSE).statusCode(200);
        move(contest.slug(), "resume").statusCode(200).body("state", equalTo("last-call"));
        time.move(Duration.between(time.now(), deadline));
        awaitState(contest.slug(), "closed");
        assertThat(Instant.parse(get(contest.slug()).jsonPath().getString("closedAt")))
                .isEqualTo(deadline);
    }

    @Test
    void a_target_that_is_reached_in_a_pause_means_last_call_when_it_goes_on() {
        Desk.OpenContest contest = target("{\"baseline\": 0.8, \"improvement\": 0.1}");
        contest.enter("ada");
        UUID submission = contest.accepted("ada", CSV);
        because(contest.slug(), "pause", BECAUSE).statusCode(200);

        Desk.score(contest.id(), submission, 0.9);
        awaitScored(submission);

        get(contest.slug()).then().body("state", equalTo("paused")).body("lastCallAt", notNullValue());
        move(contest.slug(), "resume").statusCode(200).body("state", equalTo("last-call"));
    }

    @Test
    void rules_that_entrants_rely_on_change_only_in_their_favour() {
        Desk.OpenContest contest = Desk.open();
        Instant closesAt = Instant.parse(get(contest.slug()).jsonPath().getString("deadline"));
        String same = Desk.definition(contest.slug(), closesAt, 5);

        put(
                        contest,
                        same.replace("roc-auc", "log-loss")
                                .replace("\"perDay\": 5", "\"perDay\": 4")
                                .replace("\"graceSeconds\": 30", "\"graceSeconds\": 20")
                                .replace(
                                        "\"task\"",
                                        "\"visibility\": \"invited\", \"teams\": {\"maxSize\": 2}, \"task\"")
                                .replace(
                                        closesAt.toString(),
                                        closesAt.minusSeconds(1).toString()))
                .statusCode(422)
                .body("type", equalTo("urn:podium:problem:rules-fixed"))
                .body(
                        "violations.pointer",
                        equalTo(List.of(
                                "/closesAt",
                                "/visibility",
                                "/task",
                                "/submissions/perDay",
                                "/submissions/graceSeconds",
                                "/teams")));
        put(
                        contest,
                        Desk.definition(contest.slug(), closesAt.plusSeconds(86_400), 6)
                                .replace("more?", "most?"))
                .statusCode(200)
                .body(
                        "deadline",
                        equalTo(closesAt.plusSeconds(86_400).toString().replace("Z", ".000Z")))
                .body("definition.title", equalTo("Who earns most?"));
        time.move(Duration.between(time.now(), closesAt).plusSeconds(5));
        assertThat(get(contest.slug()).jsonPath().getString("state")).isEqualTo("open");
        move(contest.slug(), "close").statusCode(200);
        put(contest, same).statusCode(409).body("type", equalTo("urn:podium:problem:contest-over"));
    }

    @Test
    void every_change_is_in_the_history_with_who_made_it() {
        Desk.OpenContest contest = Desk.open();
        because(contest.slug(), "pause", BECAUSE).statusCode(200);

        awaitHistory(contest.slug(), 4);

        var entries = Desk.organizer("olga").get(contest.path("/history")).jsonPath();
        assertThat(entries.getList("items.kind"))
                .isEqualTo(List.of("contest-created", "data-released", "state-changed", "state-changed"));
        assertThat(entries.getString("items[0].actor")).isEqualTo("olga");
        assertThat(entries.getString("items[1].actor")).isNull();
        assertThat(entries.getString("items[3].data.move")).isEqualTo("pause");
        assertThat(entries.getString("items[3].data.reason")).isEqualTo("Because.");
        assertThat(HashChain.flaw(
                        QuarkusTransaction.requiringNew().call(() -> history.sealed(contest.id(), 0, 100, 100))))
                .isEmpty();
    }

    private static Desk.OpenContest target(String target) {
        return Desk.open(definition -> definition.replace("\"task\"", "\"targetScore\": " + target + ", \"task\""));
    }

    private static void awaitScored(UUID submission) {
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> Desk.contestant("ada")
                .get("/api/v1/submissions/" + submission)
                .jsonPath()
                .getString("state")
                .equals("scored"));
    }

    private Ticker replica(int number) {
        return Ticker.start("replica-" + number, config.clock(), () -> {
            while (phases.moveOneDue()) {
                Thread.onSpinWait();
            }
        });
    }

    private static String opening(String slug, Instant opensAt) {
        return Desk.definition(slug).replaceFirst("\"closesAt\"", "\"opensAt\": \"" + opensAt + "\", \"closesAt\"");
    }

    private static Response get(String slug) {
        return Desk.organizer("olga").get("/api/v1/contests/" + slug);
    }

    private static ValidatableResponse move(String slug, String move) {
        return Desk.organizer("olga")
                .post("/api/v1/contests/" + slug + "/" + move)
                .then();
    }

    private static ValidatableResponse because(String slug, String move, Map<String, String> body) {
        return Desk.organizer("olga")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/contests/" + slug + "/" + move)
                .then();
    }

    private static ValidatableResponse put(Desk.OpenContest contest, String definition) {
        return Desk.organizer("olga")
                .contentType("application/json")
                .body(definition)
                .put(contest.path(""))
                .then();
    }

    private static void awaitState(String slug, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> get(slug).jsonPath().getString("state").equals(state));
    }

    /** The moves that the history tells of, as from and to. */
    private static List<String> moves(String slug) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> get(slug)
                .jsonPath()
                .getString("state")
                .equals(history(slug).getString("items.findAll { it.kind == 'state-changed' }.last().data.to")));
        return history(slug).<Map<String, Object>>getList("items.findAll { it.kind == 'state-changed' }.data").stream()
                .map(data -> data.get("from") + " " + data.get("to"))
                .toList();
    }

    /** How long after its instant a move was made. */
    private static Duration lateness(String slug, int move, Instant due) {
        String at = history(slug).getString("items.findAll { it.kind == 'state-changed' }[" + move + "].at");
        return Duration.between(due, Instant.parse(at));
    }

    private static void awaitHistory(String slug, int entries) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> history(slug).getInt("head.sequence") == entries);
    }

    private static JsonPath history(String slug) {
        return Desk.organizer("olga")
                .get("/api/v1/contests/" + slug + "/history")
                .jsonPath();
    }
}
