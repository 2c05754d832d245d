package podium.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.kit.test.EventContracts;
import podium.kit.test.KafkaEvents;
import podium.kit.test.MovableTime;
import podium.kit.test.ReceivedEvent;

/** The whole course of a contest, as people and the other services see it. */
@QuarkusTest
@SubmissionBackends
class HappyPathIT {
    @Inject
    MovableTime time;

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void a_contest_from_draft_to_settlement() {
        // Given an open contest, and a team
        Desk.OpenContest contest = Desk.open();
        UUID team = contest.enter("ada");

        // When the team sends a prediction file
        String csv = "id,class\n1,0.5\n2,0.25\n";
        JsonPath accepted = contest.send("ada", csv)
                .then()
                .statusCode(202)
                .header("RateLimit-Limit", "5")
                .header("RateLimit-Remaining", "4")
                .body("state", equalTo("accepted"))
                .body("ordinal", equalTo(1))
                .body("sha256", equalTo(Desk.sha256(Desk.bytes(csv))))
                .body("bytes", equalTo(csv.length()))
                .body("contentEncoding", equalTo("identity"))
                .body("steps.step", contains("received", "accepted"))
                .extract()
                .jsonPath();
        UUID submission = accepted.getUUID("id");

        // Then scoring hears of it
        try (KafkaEvents submissions = KafkaEvents.consume("submissions");
                KafkaEvents contests = KafkaEvents.consume("contests");
                KafkaEvents teams = KafkaEvents.consume("teams")) {
            ReceivedEvent event = submissions.await(e -> e.json().contains(submission.toString()));
            EventContracts.assertValid("SubmissionAccepted", event.json());
            assertThat(event.type()).isEqualTo("SubmissionAccepted");
            assertThat(event.key()).isEqualTo(contest.id() + ":" + team);
            JsonPath payload = JsonPath.from(event.json());
            assertThat(payload.getInt("ordinal")).isEqualTo(1);
            assertThat(payload.getInt("emission")).isEqualTo(1);
            assertThat(payload.getString("file.sha256")).isEqualTo(Desk.sha256(Desk.bytes(csv)));
            assertThat(payload.getString("acceptedAt")).isEqualTo(accepted.getString("receipt.acceptedAt"));

            // When scoring answers, who waits gets the score
            Desk.score(contest.id(), submission, 0.8731);
            Desk.contestant("ada")
                    .header("Prefer", "wait=10")
                    .get("/api/v1/submissions/" + submission)
                    .then()
                    .statusCode(200)
                    .header("Preference-Applied", "wait=10")
                    .body("state", equalTo("scored"))
                    .body("releasedScore", equalTo(0.8731f))
                    .body("steps.step", contains("received", "accepted", "scored"));

            // When the team chooses and the contest closes, it is settled after the grace
            Desk.contestant("ada")
                    .contentType("application/json")
                    .body(Map.of("submissionIds", List.of(submission)))
                    .put(contest.path("/final-selection"))
                    .then()
                    .statusCode(200);
            Desk.organizer("olga")
                    .post(contest.path("/close"))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("closed"));
            time.move(Duration.ofSeconds(31));
            ReceivedEvent settled = contests.await(e -> e.type().equals("ContestSettled")
                    && e.key().equals(contest.id().toString()));
            EventContracts.assertValid("ContestSettled", settled.json());
            JsonPath settlement = JsonPath.from(settled.json());
            assertThat(settlement.getInt("acceptedCount")).isEqualTo(1);
            assertThat(settlement.getList("finalSelections.teamId")).containsExactly(team.toString());
            assertThat(settlement.getList("finalSelections[0].submissionIds")).containsExactly(submission.toString());

            // And every snapshot on the way was valid
            List<ReceivedEvent> snapshots = contests.all().stream()
                    .filter(e -> e.type().equals("ContestChanged")
                            && e.key().equals(contest.id().toString()))
                    .toList();
            snapshots.forEach(e -> EventContracts.assertValid("ContestChanged", e.json()));
            assertThat(snapshots)
                    .extracting(e -> JsonPath.from(e.json()).getString("state"))
                    .containsExactlyInAnyOrder("draft", "draft", "open", "closed");
            ReceivedEvent entrant = teams.await(e -> e.type().equals("EntrantChanged")
                    && e.key().equals(contest.id().toString()));
            EventContracts.assertValid("EntrantChanged", entrant.json());
            ReceivedEvent founded = teams.await(e -> e.type().equals("TeamChanged")
                    && e.key().equals(contest.id().toString()));
            EventContracts.assertValid("TeamChanged", founded.json());
        }
    }
}
