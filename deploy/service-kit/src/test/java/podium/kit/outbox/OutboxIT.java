package podium.kit.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.backends.Backends;
import podium.kit.id.Ids;
import podium.kit.sample.Greeted;
import podium.kit.sample.SampleBackends;
import podium.kit.signal.Signals;
import podium.kit.test.KafkaEvents;
import podium.kit.test.ReceivedEvent;
import podium.kit.time.TimeSource;

@QuarkusTest
@QuarkusTestResource(SampleBackends.class)
class OutboxIT {

    private static final String TOPIC = "letters";

    @Inject
    Outbox outbox;

    @Inject
    OutboxStore store;

    @Inject
    OutboxBatch batch;

    @Inject
    Signals signals;

    @Inject
    OutboxConfig config;

    @Inject
    DataSource database;

    @Inject
    TimeSource time;

    @Inject
    MeterRegistry meters;

    @AfterEach
    void theOutboxIsEmptyAgain() {
        awaitEmptyOutbox(Duration.ofSeconds(15));
    }

    @Test
    void sendsACommittedEventWithItsAttributes() {
        UUID id = Ids.next();
        Instant when = Instant.parse("2026-11-05T10:00:00.400Z");

        append(id, when, new Greeted("Ada", "good morning"));

        try (var letters = KafkaEvents.consume(TOPIC)) {
            ReceivedEvent letter = letters.await(each -> each.id().equals(id));
            assertThat(letter.type()).isEqualTo("Greeted");
            assertThat(letter.source()).isEqualTo("/sample-service");
            assertThat(letter.time()).isEqualTo(when);
            assertThat(letter.key()).isEqualTo("Ada");
            assertThat(letter.json()).isEqualTo("{\"person\":\"Ada\",\"words\":\"good morning\"}");
            assertThat(letter.headers())
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_id", id.toString())
                    .containsEntry("ce_type", "podium.Greeted")
                    .containsEntry("ce_time", "2026-11-05T10:00:00.400Z")
                    .containsEntry("ce_subject", "Ada")
                    .containsEntry("content-type", "application/json");
        }
    }

    @Test
    void sendsNothingOfATransactionThatRollsBack() {
        UUID undone = Ids.next();
        UUID committed = Ids.next();

        QuarkusTransaction.begin();
        outbox.append(TOPIC, "Ada", undone, time.now(), new Greeted("Ada", "never said"));
        QuarkusTransaction.rollback();
        append(committed, time.now(), new Greeted("Ada", "said"));

        try (var letters = KafkaEvents.consume(TOPIC)) {
            letters.await(each -> each.id().equals(committed));
            assertThat(letters.all()).extracting(ReceivedEvent::id).doesNotContain(undone);
        }
    }

    @Test
    void refusesAnEventWithoutTransaction() {
        assertThatThrownBy(() -> outbox.append(TOPIC, "Ada", Ids.next(), time.now(), new Greeted("Ada", "hello")))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void losesNothingWhenTheConnectionsAreKilledInTheMiddle() {
        Set<UUID> ids = ids(2_000);
        // Asked before, or the question itself may meet a connection that was killed.
        Instant when = time.now();

        int killed = 0;
        for (UUID each : ids) {
            append(each, when, new Greeted("Ada", "number " + each));
            if (++killed % 400 == 0) {
                terminateOtherConnections();
            }
        }

        awaitEmptyOutbox(Duration.ofSeconds(30));
        assertThat(sentIds()).containsAll(ids);
    }

    @Test
    void twoRelaysSendEverythingAndDeleteAll() throws InterruptedException {
        var second = new OutboxRelay(batch, signals, config);
        second.start(new StartupEvent());
        Set<UUID> ids = ids(3_000);
        try {
            appendInOneTransaction(ids);

            awaitEmptyOutbox(Duration.ofSeconds(30));
        } finally {
            second.stop(new ShutdownEvent());
        }
        assertThat(sentIds()).containsAll(ids);
    }

    @Test
    void keepsEventsWhileKafkaIsDownAndSendsThemWhenItIsBack() {
        Set<UUID> ids = ids(50);
        Backends.kafka().kill();
        try {
            appendInOneTransaction(ids);
            await().during(1, SECONDS).atMost(5, SECONDS).until(() -> depth() == 50);
        } finally {
            Backends.kafka().restart();
        }

        awaitEmptyOutbox(Duration.ofSeconds(60));
        assertThat(sentIds()).containsAll(ids);
    }

    @Test
    void aRecordThatIsTooLargeDoesNotHoldUpTheOthers() throws SQLException {
        UUID large = Ids.next();
        UUID small = Ids.next();
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.append(TOPIC, "Ada", large, time.now(), new Greeted("Ada", "x".repeat(2_000_000)));
            outbox.append(TOPIC, "Ada", small, time.now(), new Greeted("Ada", "short"));
        });

        try (var letters = KafkaEvents.consume(TOPIC)) {
            letters.await(each -> each.id().equals(small));
        }
        await().atMost(10, SECONDS).until(() -> attempts(large) >= 2);
        assertThat(meters.counter("podium.outbox.failed", "cause", "record").count())
                .isGreaterThanOrEqualTo(2);
        delete(large);
    }

    @Test
    void aTopicThatDoesNotExistDoesNotHoldUpTheOthers() throws SQLException {
        UUID nowhere = Ids.next();
        UUID somewhere = Ids.next();
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.append("no-such-topic", "Ada", nowhere, time.now(), new Greeted("Ada", "lost"));
            outbox.append(TOPIC, "Ada", somewhere, time.now(), new Greeted("Ada", "found"));
        });

        try (var letters = KafkaEvents.consume(TOPIC)) {
            letters.await(each -> each.id().equals(somewhere), Duration.ofSeconds(20));
        }
        assertThat(depth()).isEqualTo(1);
        delete(nowhere);
    }

    private void append(UUID id, Instant when, Greeted greeted) {
        // As a service does it: what fails with the connection is tried again by whoever asked for it.
        await().ignoreExceptions()
                .pollInterval(Duration.ofMillis(20))
                .pollDelay(Duration.ZERO)
                .atMost(10, SECONDS)
                .until(() -> {
                    QuarkusTransaction.requiringNew()
                            .run(() -> outbox.append(TOPIC, greeted.person(), id, when, greeted));
                    return true;
                });
    }

    private void appendInOneTransaction(Set<UUID> ids) {
        QuarkusTransaction.requiringNew().run(() -> {
            Instant when = time.now();
            ids.forEach(each -> outbox.append(TOPIC, "Ada", each, when, new Greeted("Ada", "number " + each)));
        });
    }

    private void terminateOtherConnections() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()""");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<UUID> sentIds() {
        try (var letters = KafkaEvents.consume(TOPIC)) {
            return letters.all().stream().map(ReceivedEvent::id).collect(Collectors.toSet());
        }
    }

    private void awaitEmptyOutbox(Duration within) {
        await().atMost(within).pollInterval(Duration.ofMillis(50)).until(() -> depth() == 0);
    }

    private long depth() {
        try {
            return store.measure().depth();
        } catch (SQLException e) {
            return -1;
        }
    }

    private int attempts(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select attempts from outbox where id = ?")) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void delete(UUID id) throws SQLException {
        store.delete(Set.of(id));
    }

    private static Set<UUID> ids(int count) {
        return IntStream.range(0, count).mapToObj(_ -> Ids.next()).collect(Collectors.toSet());
    }
}
