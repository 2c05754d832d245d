package podium.submission.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.kit.test.KafkaEvents;
import podium.kit.test.MovableTime;
import podium.submission.Desk;
import podium.submission.SubmissionBackends;

@QuarkusTest
@SubmissionBackends
class QuotaIT {
    private static final String CSV = "id,class\n1,0.5\n2,0.25\n";

    @Inject
    MovableTime time;

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void of_fifty_uploads_at_once_a_quota_of_five_accepts_exactly_five() throws Exception {
        Desk.OpenContest contest = Desk.open();
        contest.enter("ada");
        time.awayFromMidnight();

        List<Response> answers;
        try (var threads = Executors.newFixedThreadPool(50)) {
            List<Callable<Response>> uploads = IntStream.range(0, 50)
                    .<Callable<Response>>mapToObj(i -> () -> contest.send("ada", CSV + i + ",0.1\n"))
                    .toList();
            answers = threads.invokeAll(uploads).stream().map(Future::resultNow).toList();
        }

        List<Response> accepted =
                answers.stream().filter(a -> a.statusCode() == 202).toList();
        List<Response> refused =
                answers.stream().filter(a -> a.statusCode() == 429).toList();
        assertThat(accepted).hasSize(5);
        assertThat(refused).hasSize(45);
        assertThat(accepted.stream().map(a -> a.jsonPath().getInt("ordinal")).sorted())
                .containsExactly(1, 2, 3, 4, 5);
        for (Response each : refused) {
            JsonPath problem = each.jsonPath();
            assertThat(problem.getString("type")).isEqualTo("urn:podium:problem:quota-exhausted");
            assertThat(problem.getInt("limit")).isEqualTo(5);
            assertThat(problem.getInt("used")).isEqualTo(5);
            assertThat(problem.getInt("remaining")).isZero();
            assertThat(Instant.parse(problem.getString("renewsAt"))).isAfter(time.now());
            assertThat(Long.parseLong(each.header("Retry-After"))).isBetween(1L, 86_400L);
            assertThat(each.header("RateLimit-Remaining")).isEqualTo("0");
        }

        // When the next day begins, there are five again
        time.move(Duration.ofDays(1));
        contest.send("ada", CSV)
                .then()
                .statusCode(202)
                .header("RateLimit-Remaining", "4")
                .body("ordinal", equalTo(6));
    }

    @Test
    void a_failed_submission_costs_nothing_and_a_late_score_counts() {
        Desk.OpenContest contest = Desk.open(definition -> definition.replace("\"perDay\": 5", "\"perDay\": 1"));
        contest.enter("ada");
        time.awayFromMidnight();
        UUID first = contest.accepted("ada", CSV);
        contest.send("ada", CSV).then().statusCode(429);

        KafkaEvents.publish("scores", contest.id().toString(), "SubmissionFailed", """
                {"submissionId": "%s", "contestId": "%s", "teamId": "%s", "ordinal": 1, "reason": "the disk is full",
                 "acceptedAt": "2026-01-01T00:00:00.000Z", "failedAt": "2026-01-01T00:00:01.000Z"}
                """.formatted(
                        first, contest.id(), UUID.randomUUID()));
        Desk.contestant("ada")
                .header("Prefer", "wait=15")
                .get("/api/v1/submissions/" + first)
                .then()
                .body("state", equalTo("failed"))
                .body("reason", equalTo("the disk is full"));

        contest.accepted("ada", CSV);
        contest.send("ada", CSV).then().statusCode(429);
        Desk.score(contest.id(), first, 0.75);
        Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> Desk.contestant("ada")
                .get("/api/v1/submissions/" + first)
                .then()
                .body("state", equalTo("scored"))
                .body("releasedScore", equalTo(0.75f)));
    }
}
