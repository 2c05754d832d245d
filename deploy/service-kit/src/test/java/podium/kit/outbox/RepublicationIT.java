package podium.kit.outbox;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import podium.kit.id.Ids;
import podium.kit.sample.People;
import podium.kit.sample.SampleBackends;
import podium.kit.test.KafkaEvents;
import podium.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(SampleBackends.class)
class RepublicationIT {

    private static final String PATH = "/operations/republications";

    @Inject
    People people;

    @Test
    void sendsTheEventsOfTheStateOnceMoreWithTheirIds() {
        UUID id = Ids.next();
        KafkaEvents.publish("introductions", "Margaret", "Introduced", "{\"person\":\"Margaret\"}");
        KafkaEvents.publish(
                "greetings", "Margaret", id, Instant.EPOCH, "Greeted", "{\"person\":\"Margaret\",\"words\":\"hi\"}");
        await().atMost(20, SECONDS).until(() -> people.greetingsOf("Margaret").size() == 1);

        given().header("Authorization", Tokens.bearer("olga", "operator"))
                .post(PATH)
                .then()
                .statusCode(200)
                .body("events.letters", greaterThanOrEqualTo(1));

        try (var letters = KafkaEvents.consume("letters")) {
            assertThat(letters.await(each -> each.id().equals(id)).json())
                    .isEqualTo("{\"person\":\"Margaret\",\"words\":\"hi\"}");
        }
    }

    @Test
    void isTheOperatorsAlone() {
        given().post(PATH).then().statusCode(401);
        given().header("Authorization", Tokens.bearer("oscar", "organizer"))
                .post(PATH)
                .then()
                .statusCode(403);
    }
}
