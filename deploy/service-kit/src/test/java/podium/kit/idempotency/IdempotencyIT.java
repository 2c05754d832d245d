package podium.kit.idempotency;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.kit.sample.Gate;
import podium.kit.sample.SampleBackends;
import podium.kit.test.MovableTime;
import podium.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(SampleBackends.class)
class IdempotencyIT {
    @Inject
    DataSource database;

    @Inject
    IdempotencyStore store;

    @Inject
    MovableTime time;

    @Inject
    Gate gate;

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void makeTable() throws SQLException {
        execute("create table if not exists ordered (id uuid primary key, name text not null)");
    }

    @AfterEach
    void resetTime() {
        time.reset();
    }

    @Test
    void answersAgainWithoutDoingItAgain() throws SQLException {
        String name = "boat " + key;

        Response first = order("alice", key, name);
        Response second = order("alice", key, name);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo("\"1\"");
        assertThat(second.contentType()).startsWith("application/json");
        assertThat(second.asString()).isEqualTo(first.asString()).contains(name);
        assertThat(orders(name)).isEqualTo(1);
    }

    @Test
    void answersAgainForMethodsThatReturnPlainValues() {
        String first = plainOrder();

        assertThat(plainOrder()).isEqualTo(first);
    }

    @Test
    void refusesAKeyThatComesWithAnotherBody() throws SQLException {
        order("alice", key, "boat " + key);

        Response other = order("alice", key, "ship " + key);

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.path("type").toString()).isEqualTo("urn:podium:problem:idempotency-key-reused");
        assertThat(orders("ship " + key)).isZero();
    }

    @Test
    void keepsKeysOfDifferentCallersApart() throws SQLException {
        String name = "boat " + key;

        assertThat(order("alice", key, name).statusCode()).isEqualTo(201);
        assertThat(order("bob", key, name).header("Idempotency-Replayed")).isNull();

        assertThat(orders(name)).isEqualTo(2);
    }

    @Test
    void doesItEachTimeWithoutAKey() throws SQLException {
        String name = "boat " + key;

        post("alice", null, name);
        post("alice", null, name);

        assertThat(orders(name)).isEqualTo(2);
    }

    @Test
    void forgetsRefusals() throws SQLException {
        Response refused = order("alice", key, "refused");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.path("type").toString()).isEqualTo("urn:podium:problem:sold-out");
        assertThat(orders("refused")).as("rolled back").isZero();

        assertThat(order("alice", key, "boat " + key).statusCode()).isEqualTo(201);
    }

    @Test
    void turnsAwayADuplicateWhileTheFirstIsBeingProcessed() throws Exception {
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> order("alice", key, "slow"));
        gate.awaitArrival();

        Response duplicate = order("alice", key, "slow");
        gate.open();

        assertThat(duplicate.statusCode()).isEqualTo(409);
        assertThat(duplicate.path("type").toString()).isEqualTo("urn:podium:problem:idempotency-key-in-use");
        assertThat(duplicate.header("Retry-After")).isEqualTo("1");
        Response answered = first.get(30, TimeUnit.SECONDS);
        assertThat(answered.statusCode()).isEqualTo(201);
        assertThat(order("alice", key, "slow").header("Location")).isEqualTo(answered.header("Location"));
        assertThat(orders("slow")).isEqualTo(1);
    }

    @Test
    void refusesAMalformedKey() {
        given().header("Idempotency-Key", "x".repeat(256))
                .contentType("application/json")
                .post("/sample/plain-orders")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:podium:problem:idempotency-key-malformed"));
    }

    @Test
    void forgetsAnswersAfterADay() throws SQLException {
        String name = "boat " + key;
        order("alice", key, name);

        time.move(Duration.ofHours(23));
        assertThat(order("alice", key, name).header("Idempotency-Replayed")).isEqualTo("true");
        time.move(Duration.ofHours(2));
        store.sweep();

        assertThat(count("select count(*) from idempotency where key = ?", key)).isZero();
        assertThat(order("alice", key, name).header("Idempotency-Replayed")).isNull();
        assertThat(orders(name)).isEqualTo(2);
    }

    @Test
    void servesUploadsThatKnowTheirFingerprintLate() {
        IdempotencyKey upload = new IdempotencyKey("alice POST /uploads", key);
        jakarta.ws.rs.core.Response answer = jakarta.ws.rs.core.Response.accepted("receipt")
                .type("text/plain")
                .build();

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(store.recall(upload, "digest")).isEmpty();
            store.remember(upload, "digest", answer);
        });

        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(store.recall(upload, "digest")).hasValueSatisfying(again -> {
                    assertThat(again.getStatus()).isEqualTo(202);
                    assertThat(again.getEntity()).isEqualTo("receipt".getBytes(UTF_8));
                }));
    }

    private static Response order(String caller, String key, String name) {
        return post(caller, key, name);
    }

    private static Response post(String caller, @Nullable String key, String name) {
        var request = given().header("Authorization", Tokens.bearer(caller, "contestant"))
                .contentType("application/json")
                .body("{\"name\": \"" + name + "\"}");
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/sample/orders");
    }

    private String plainOrder() {
        return Objects.requireNonNull(given().header("Idempotency-Key", key)
                .post("/sample/plain-orders")
                .then()
                .statusCode(200)
                .extract()
                .path("id"));
    }

    private int orders(String name) throws SQLException {
        return count("select count(*) from ordered where name = ?", name);
    }

    private int count(String sql, String parameter) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, parameter);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
