package podium.submission.overdue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.kit.outbox.Republication;
import podium.kit.test.EventContracts;
import podium.kit.test.KafkaEvents;
import podium.kit.test.MovableTime;
import podium.kit.test.ReceivedEvent;
import podium.submission.Desk;
import podium.submission.SubmissionBackends;

/** What happens when the other side does not answer, when Kafka was lost, and when another replica hears the answer. */
@QuarkusTest
@SubmissionBackends
class OverdueIT {
    @Inject
    MovableTime time;

    @Inject
    Republication republication;

    @Inject
    DataSource database;

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void an_overdue_submission_is_told_of_three_times_and_then_abandoned() {
        Desk.OpenContest contest = Desk.open();
        UUID team = contest.enter("ada");
        UUID id = contest.accepted("ada", "id,class\n1,0.5\n");
        try (KafkaEvents events = KafkaEvents.consume("submissions")) {
            events.await(e -> emission(e, id) == 1);
            time.move(Duration.ofSeconds(31));
            ReceivedEvent second = events.await(e -> emission(e, id) == 2);
            time.move(Duration.ofSeconds(61));
            events.await(e -> emission(e, id) == 3);
            time.move(Duration.ofSeconds(121));
            ReceivedEvent abandoned = events.await(
                    e -> e.type().equals("ScoringAbandoned") && e.json().contains(id.toString()));

            EventContracts.assertValid("SubmissionAccepted", second.json());
            EventContracts.assertValid("ScoringAbandoned", abandoned.json());
            assertThat(abandoned.key()).isEqualTo(contest.id() + ":" + team);
            assertThat(JsonPath.from(abandoned.json()).getInt("emissions")).isEqualTo(3);
            // Only scoring says how it ended
            Desk.contestant("ada").get("/api/v1/submissions/" + id).then().body("state", equalTo("accepted"));
            time.move(Duration.ofHours(1));
            Desk.score(contest.id(), id, 0.5);
            Desk.contestant("ada")
                    .header("Prefer", "wait=15")
                    .get("/api/v1/submissions/" + id)
                    .then()
                    .body("state", equalTo("scored"));
            assertThat(events.all().stream().filter(e -> e.json().contains(id.toString())))
                    .hasSize(4);
        }
    }

    @Test
    void everything_can_be_told_again_with_the_same_ids() {
        Desk.OpenContest contest = Desk.open();
        contest.enter("ada");
        UUID id = contest.accepted("ada", "id,class\n1,0.5\n");
        Desk.organizer("olga").post(contest.path("/close")).then().statusCode(200);
        time.move(Duration.ofSeconds(31));
        Map<String, List<String>> told = new HashMap<>();
        for (String topic : List.of("contests", "teams", "submissions")) {
            try (KafkaEvents events = KafkaEvents.consume(topic)) {
                if (topic.equals("contests")) {
                    events.await(e -> e.type().equals("ContestSettled") && about(e, contest));
                }
                if (topic.equals("submissions")) {
                    events.await(e -> emission(e, id) >= 1);
                }
                if (topic.equals("teams")) {
                    events.await(e -> e.type().equals("TeamChanged") && about(e, contest));
                }
                told.put(
                        topic,
                        events.all().stream()
                                .filter(e -> about(e, contest))
                                .map(e -> e.id().toString())
                                .toList());
            }
        }

        Map<String, Long> counts = republication.run();

        assertThat(counts).containsKeys("contests", "teams", "submissions");
        for (String topic : told.keySet()) {
            try (KafkaEvents events = KafkaEvents.consume(topic)) {
                List<String> before = told.get(topic);
                List<ReceivedEvent> again = events.all().stream()
                        .filter(e -> about(e, contest))
                        .skip(before.size())
                        .toList();
                assertThat(again.stream().map(e -> e.id().toString())).as(topic).isNotEmpty();
                again.forEach(e -> EventContracts.assertValid(e.type(), e.json()));
                // The reconciler may have told of the submission once more in the meantime
                if (!topic.equals("submissions")) {
                    assertThat(before)
                            .as(topic)
                            .containsAll(
                                    again.stream().map(e -> e.id().toString()).toList());
                }
            }
        }
    }

    /** The other replica is a connection of its own that does what the handler of an outcome does. */
    @Test
    void who_waits_hears_of_an_outcome_that_another_replica_took() throws Exception {
        Desk.OpenContest contest = Desk.open();
        contest.enter("ada");
        UUID id = contest.accepted("ada", "id,class\n1,0.5\n");
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Long> waited = threads.submit(() -> {
                Desk.contestant("ada")
                        .header("Prefer", "wait=30")
                        .get("/api/v1/submissions/" + id)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("scored"));
                return System.nanoTime();
            });
            long heard = System.nanoTime();
            otherReplicaScores(id);
            assertThat(Duration.ofNanos(waited.get() - heard)).isLessThan(Duration.ofSeconds(20));
        }
    }

    private void otherReplicaScores(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update submission set state = 'scored', released_score = 0.5, scoring_version = 1, due_at = null where id = ?");
                var signal = connection.prepareStatement("select pg_notify('podium', ?)")) {
            update.setObject(1, id);
            update.executeUpdate();
            signal.setString(1, "outcome:" + id);
            signal.execute();
        }
    }

    private static boolean about(ReceivedEvent event, Desk.OpenContest contest) {
        return event.key().startsWith(contest.id().toString());
    }

    private static int emission(ReceivedEvent event, UUID id) {
        return event.type().equals("SubmissionAccepted") && event.json().contains(id.toString())
                ? JsonPath.from(event.json()).getInt("emission")
                : 0;
    }
}
