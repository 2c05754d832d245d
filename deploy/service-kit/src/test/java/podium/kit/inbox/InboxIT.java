package podium.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import podium.kit.event.Event;
import podium.kit.id.Ids;
import podium.kit.sample.People;
import podium.kit.sample.SampleBackends;
import podium.kit.test.KafkaEvents;
import podium.kit.test.ReceivedEvent;

@QuarkusTest
@QuarkusTestResource(SampleBackends.class)
class InboxIT {

    private static final Instant WHEN = Instant.parse("2026-11-05T10:00:00.400Z");

    @Inject
    People people;

    @Inject
    InboxStore store;

    @Inject
    HandlingAttempt attempt;

    @Test
    void handlesAnEventOnceHoweverOftenItComes() {
        UUID id = Ids.next();
        introduce("Grace");

        for (int i = 0; i < 5; i++) {
            KafkaEvents.publish("greetings", "Grace", id, WHEN, "Greeted", greeted("Grace", "once"));
        }
        KafkaEvents.publish("greetings", "Grace", "Greeted", greeted("Grace", "twice"));

        await().atMost(10, SECONDS).until(() -> people.greetingsOf("Grace").contains("twice"));
        assertThat(people.greetingsOf("Grace")).containsExactly("once", "twice");
    }

    @Test
    void handlesAnEventOnceWhenItIsDeliveredToManyAtTheSameTime() throws Exception {
        introduce("Barbara");
        var event = new Event<>(
                Ids.next(),
                "podium.Greeted",
                "/test",
                WHEN,
                "Barbara",
                greeted("Barbara", "once").getBytes(UTF_8));
        var start = new CountDownLatch(1);
        var outcomes = new ArrayList<Future<HandlingAttempt.Outcome>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                outcomes.add(threads.submit(() -> {
                    start.await();
                    return attempt.handle(new IncomingEvent("greetings", event));
                }));
            }

            start.countDown();
        }

        assertThat(outcomes)
                .extracting(Future::resultNow)
                .containsOnlyOnce(HandlingAttempt.Outcome.HANDLED)
                .containsOnly(HandlingAttempt.Outcome.HANDLED, HandlingAttempt.Outcome.DUPLICATE);
        assertThat(people.greetingsOf("Barbara")).containsExactly("once");
    }

    @Test
    void keepsAnEventThatCameTooEarlyUntilItsPrerequisiteCame() {
        IntStream.range(0, 30)
                .forEach(i -> KafkaEvents.publish("greetings", "Alan", "Greeted", greeted("Alan", "words " + i)));
        await().atMost(10, SECONDS).until(() -> waiting() == 30);
        assertThat(people.greetingsOf("Alan")).isEmpty();

        KafkaEvents.publish("introductions", "Alan", "Introduced", "{\"person\":\"Alan\"}");

        await().atMost(10, SECONDS).until(() -> people.greetingsOf("Alan").size() == 30);
        await().atMost(5, SECONDS).until(() -> waiting() == 0);
    }

    @Test
    void anEventThatWaitsIsNotParkedTwice() {
        UUID id = Ids.next();
        KafkaEvents.publish("greetings", "Edsger", id, WHEN, "Greeted", greeted("Edsger", "early"));
        await().atMost(10, SECONDS).until(() -> waiting() == 1);

        KafkaEvents.publish("greetings", "Edsger", id, WHEN, "Greeted", greeted("Edsger", "early"));
        KafkaEvents.publish("introductions", "Edsger", "Introduced", "{\"person\":\"Edsger\"}");

        await().atMost(10, SECONDS).until(() -> waiting() == 0);
        await().during(1, SECONDS).atMost(3, SECONDS).until(() -> people.greetingsOf("Edsger")
                .equals(List.of("early")));
    }

    @Test
    void setsPoisonAsideWithTheReasonAndGoesOn() {
        introduce("Donald");
        UUID rejected = KafkaEvents.publish("greetings", "Donald", "Greeted", greeted("Donald", " "));
        UUID unreadable = KafkaEvents.publish("greetings", "Donald", "Greeted", "{\"person\":");
        var stranger = new ProducerRecord<>("greetings", "stranger", "hello".getBytes(UTF_8));
        KafkaEvents.publish(stranger);
        var future = new ProducerRecord<>("greetings", "future", "{}".getBytes(UTF_8));
        future.headers().add("ce_specversion", "2.0".getBytes(UTF_8));
        KafkaEvents.publish(future);
        var unnamed = new ProducerRecord<>("greetings", "unnamed", "{}".getBytes(UTF_8));
        unnamed.headers().add("ce_specversion", "1.0".getBytes(UTF_8)).add("ce_id", "17".getBytes(UTF_8));
        KafkaEvents.publish(unnamed);
        KafkaEvents.publish("greetings", "Donald", "Greeted", greeted("Donald", "still here"));

        await().atMost(10, SECONDS).until(() -> people.greetingsOf("Donald").contains("still here"));
        try (var letters = KafkaEvents.consume("greetings.dead-letter")) {
            assertThat(reason(letters.await(each -> each.id().equals(rejected))))
                    .isEqualTo("a greeting has words");
            assertThat(reason(letters.await(each -> each.id().equals(unreadable))))
                    .startsWith("podium.Greeted is not to be read: Unexpected end-of-input");
            assertThat(reason(letters.await(each -> each.key().equals("stranger"))))
                    .isEqualTo("the header ce_specversion is missing");
            assertThat(reason(letters.await(each -> each.key().equals("future"))))
                    .isEqualTo("ce_specversion is 2.0, expected 1.0");
            ReceivedEvent letter = letters.await(each -> each.key().equals("unnamed"));
            assertThat(reason(letter)).isEqualTo("ce_id is not a UUID: 17");
            assertThat(letter.json()).isEqualTo("{}");
            assertThat(letter.headers()).containsEntry("dead-letter-topic", "greetings");
        }
    }

    @Test
    void triesAHandlerAgainThatFails() {
        introduce("Ken");
        UUID id = Ids.next();
        people.failOn(id, 3);

        KafkaEvents.publish("greetings", "Ken", id, WHEN, "Greeted", greeted("Ken", "at last"));

        await().atMost(10, SECONDS).until(() -> people.greetingsOf("Ken").equals(List.of("at last")));
        assertThat(people.callsFor(id)).isEqualTo(4);
    }

    @Test
    void givesUpOnAHandlerThatKeepsFailingAndCanBeToldAgain() {
        introduce("Dennis");
        UUID id = Ids.next();
        people.failOn(id, 5);

        KafkaEvents.publish("greetings", "Dennis", id, WHEN, "Greeted", greeted("Dennis", "told again"));
        try (var letters = KafkaEvents.consume("greetings.dead-letter")) {
            assertThat(reason(letters.await(each -> each.id().equals(id)))).isEqualTo("as scripted");
        }
        KafkaEvents.publish("greetings", "Dennis", id, WHEN, "Greeted", greeted("Dennis", "told again"));

        await().atMost(10, SECONDS).until(() -> people.greetingsOf("Dennis").equals(List.of("told again")));
    }

    @Test
    void anEventThatWaitedAndThenKeepsFailingIsSetAside() {
        UUID id = Ids.next();
        KafkaEvents.publish("greetings", "Linus", id, WHEN, "Greeted", greeted("Linus", "never"));
        await().atMost(10, SECONDS).until(() -> waiting() == 1);
        people.failOn(id, 1_000);

        introduce("Linus");

        try (var letters = KafkaEvents.consume("greetings.dead-letter")) {
            ReceivedEvent letter = letters.await(each -> each.id().equals(id));
            assertThat(reason(letter)).isEqualTo("as scripted");
            assertThat(letter.json()).isEqualTo(greeted("Linus", "never"));
        }
        await().atMost(5, SECONDS).until(() -> waiting() == 0);
        assertThat(people.greetingsOf("Linus")).isEmpty();
    }

    @Test
    void skipsTypesThatNobodyHandles() {
        introduce("Guido");
        KafkaEvents.publish("greetings", "Guido", "Whispered", "not even JSON");
        KafkaEvents.publish("greetings", "Guido", "Greeted", greeted("Guido", "aloud"));

        await().atMost(10, SECONDS).until(() -> people.greetingsOf("Guido").equals(List.of("aloud")));
        try (var letters = KafkaEvents.consume("greetings.dead-letter")) {
            assertThat(letters.all()).extracting(ReceivedEvent::type).doesNotContain("Whispered");
        }
    }

    @Test
    void forgetsWhatIsOlderThanTheRetention() throws SQLException {
        UUID old = Ids.next();
        QuarkusTransaction.requiringNew().call(() -> store.note(old));

        int kept = store.sweep(Duration.ofDays(30), 1_000);
        int swept = store.sweep(Duration.ZERO, 1_000);

        assertThat(kept).isZero();
        assertThat(swept).isPositive();
        assertThat(QuarkusTransaction.requiringNew().call(() -> store.note(old)))
                .isTrue();
    }

    private void introduce(String name) {
        KafkaEvents.publish("introductions", name, "Introduced", "{\"person\":\"" + name + "\"}");
        await().atMost(20, SECONDS).until(() -> people.knows(name));
    }

    private static String greeted(String person, String words) {
        return "{\"person\":\"" + person + "\",\"words\":\"" + words + "\"}";
    }

    private static String reason(ReceivedEvent letter) {
        return letter.headers().getOrDefault("dead-letter-reason", "none");
    }

    private long waiting() throws SQLException {
        return store.measure().count();
    }
}
