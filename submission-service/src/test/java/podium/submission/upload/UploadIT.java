package podium.submission.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.kit.content.ContentCoding;
import podium.kit.file.FileStores;
import podium.kit.signature.JsonWebKey;
import podium.kit.test.KafkaEvents;
import podium.kit.test.MovableTime;
import podium.submission.Desk;
import podium.submission.SubmissionBackends;
import podium.submission.receipt.Receipt;
import podium.submission.receipt.ReceiptVerifier;

@QuarkusTest
@SubmissionBackends
class UploadIT {
    private static final String CSV = "id,class\n1,0.5\n2,0.25\n";

    @Inject
    MovableTime time;

    @Inject
    FileStores stores;

    @Inject
    SweepJob sweep;

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void a_rejected_submission_shows_its_rows() {
        Desk.OpenContest contest = Desk.open();
        contest.enter("ada");
        UUID id = contest.accepted("ada", "id,class\n1,n/a\n");

        KafkaEvents.publish("scores", contest.id().toString(), "SubmissionRejected", """
                {"submissionId": "%s", "contestId": "%s", "teamId": "%s", "ordinal": 1, "counts": {"not-a-number": 1},
                 "problems": [{"kind": "not-a-number", "line": 2, "column": "class", "found": "n/a", "expected": "a number"}],
                 "acceptedAt": "2026-01-01T00:00:00.000Z", "rejectedAt": "2026-01-01T00:00:01.000Z"}
                """.formatted(
                        id, contest.id(), UUID.randomUUID()));

        Desk.contestant("ada")
                .header("Prefer", "wait=15")
                .get("/api/v1/submissions/" + id)
                .then()
                .body("state", equalTo("rejected"))
                .body("problems[0].line", equalTo(2))
                .body("counts.not-a-number", equalTo(1));
    }

    @Test
    void packed_files_are_kept_as_sent_and_their_digest_is_checked() throws IOException {
        Desk.OpenContest contest = Desk.open();
        contest.enter("ada");
        for (ContentCoding coding : List.of(ContentCoding.GZIP, ContentCoding.ZSTD)) {
            byte[] packed = IntakeTest.pack(coding, Desk.bytes(CSV));
            String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Desk.sha256(packed)));

            UUID id = packed(coding, packed)
                    .header("Content-Digest", "sha-256=:" + digest + ":")
                    .post(contest.path("/submissions"))
                    .then()
                    .statusCode(202)
                    .body("contentEncoding", equalTo(coding.wireName()))
                    .body("sha256", equalTo(Desk.sha256(packed)))
                    .extract()
                    .jsonPath()
                    .getUUID("id");

            try (KafkaEvents events = KafkaEvents.consume("submissions")) {
                UUID file = JsonPath.from(events.await(e -> e.json().contains(id.toString()))
                                .json())
                        .getUUID("file.fileId");
                try (InputStream stored = stores.get("uploads").open(file)) {
                    assertThat(stored.readAllBytes()).isEqualTo(packed);
                }
            }
            packed(coding, packed)
                    .header("Content-Digest", "sha-256=:" + "A".repeat(43) + "=:")
                    .post(contest.path("/submissions"))
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:podium:problem:digest-mismatch"));
        }
        // What was refused has given its place back
        contest.send("ada", CSV).then().statusCode(202).header("RateLimit-Remaining", "2");
    }

    @Test
    void what_cannot_be_taken_is_refused_and_costs_nothing() throws IOException {
        Desk.OpenContest contest = Desk.open();
        contest.enter("ada");
        long files = files();
        String path = contest.path("/submissions");

        packed(ContentCoding.GZIP, Desk.bytes(CSV))
                .post(path)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:podium:problem:coding-broken"));
        packed(ContentCoding.GZIP, IntakeTest.pack(ContentCoding.GZIP, new byte[5_000_000]))
                .post(path)
                .then()
                .statusCode(413)
                .body("type", equalTo("urn:podium:problem:submission-too-large"))
                .body("limit", equalTo(1_000_000));
        Desk.contestant("ada")
                .contentType("text/csv")
                .body(new byte[1_000_001])
                .post(path)
                .then()
                .statusCode(413);
        contest.send("ada", "").then().statusCode(400).body("type", equalTo("urn:podium:problem:submission-empty"));
        Desk.contestant("ada")
                .contentType("text/csv")
                .header("Content-Encoding", "br")
                .body(Desk.bytes(CSV))
                .post(path)
                .then()
                .statusCode(415)
                .header("Accept-Encoding", "identity, gzip, zstd");
        Desk.contestant("ada")
                .contentType("application/json")
                .body("{}")
                .post(path)
                .then()
                .statusCode(415);
        Desk.contestant("ada")
                .contentType("text/csv")
                .header("Content-Digest", "sha-256=x")
                .body(Desk.bytes(CSV))
                .post(path)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:podium:problem:digest-malformed"));
        Desk.contestant("bob")
                .contentType("text/csv")
                .body(Desk.bytes(CSV))
                .post(path)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:podium:problem:not-an-entrant"));
        Desk.organizer("olga")
                .contentType("text/csv")
                .body(Desk.bytes(CSV))
                .post(path)
                .then()
                .statusCode(403);

        assertThat(files()).isEqualTo(files);
        contest.send("ada", CSV).then().statusCode(202).header("RateLimit-Remaining", "4");
    }

    @Test
    void the_same_key_is_the_same_submission() {
        Desk.OpenContest contest = Desk.open(definition -> definition.replace("\"perDay\": 5", "\"perDay\": 1"));
        contest.enter("ada");
        time.awayFromMidnight();
        JsonPath first = keyed(contest, CSV).then().statusCode(202).extract().jsonPath();

        // Again, although the quota is used up: the same answer
        keyed(contest, CSV)
                .then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.getString("id")))
                .body("receipt.signature", equalTo(first.getString("receipt.signature")));
        keyed(contest, CSV + "3,0.1\n")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:podium:problem:idempotency-key-reused"));
        contest.send("ada", CSV).then().statusCode(429);
    }

    @Test
    void of_ten_with_the_same_key_at_once_one_is_accepted() throws Exception {
        Desk.OpenContest contest = Desk.open();
        contest.enter("ada");
        List<Integer> codes;
        try (var threads = Executors.newFixedThreadPool(10)) {
            List<Callable<Response>> uploads = IntStream.range(0, 10)
                    .<Callable<Response>>mapToObj(_ -> () -> keyed(contest, CSV))
                    .toList();
            List<Response> answers =
                    threads.invokeAll(uploads).stream().map(Future::resultNow).toList();
            codes = answers.stream().map(Response::statusCode).toList();
            assertThat(answers.stream()
                            .filter(a -> a.statusCode() == 202)
                            .map(a -> a.jsonPath().getString("id"))
                            .distinct())
                    .hasSize(1);
        }
        assertThat(codes).isSubsetOf(202, 409).contains(202);
        Desk.contestant("ada").get(contest.path("/submissions")).then().body("items.size()", equalTo(1));
    }

    @Test
    void the_receipt_can_be_checked_by_anyone() {
        Desk.OpenContest contest = Desk.open();
        contest.enter("ada");
        JsonPath accepted = contest.send("ada", CSV)
                .then()
                .statusCode(202)
                .header("Location", notNullValue())
                .extract()
                .jsonPath();

        Receipt receipt = new Receipt(
                accepted.getString("receipt.contest"),
                accepted.getUUID("receipt.submission"),
                accepted.getUUID("receipt.team"),
                accepted.getInt("receipt.ordinal"),
                accepted.getString("receipt.sha256"),
                accepted.getLong("receipt.bytes"),
                Instant.parse(accepted.getString("receipt.receivedAt")),
                Instant.parse(accepted.getString("receipt.acceptedAt")),
                accepted.getString("receipt.keyId"),
                accepted.getString("receipt.signature"));
        List<JsonWebKey> keys = new ArrayList<>();
        for (Object x : io.restassured.RestAssured.get("/api/v1/contests/receipt-keys")
                .jsonPath()
                .getList("keys.x")) {
            keys.add(JsonWebKey.of((String) x));
        }

        assertThat(receipt.sha256()).isEqualTo(Desk.sha256(Desk.bytes(CSV)));
        assertThat(new ReceiptVerifier(keys).verify(receipt)).isTrue();
    }

    @Test
    void prefer_wait_answers_with_the_outcome_if_it_comes_in_time() throws Exception {
        Desk.OpenContest contest = Desk.open();
        contest.enter("ada");
        try (KafkaEvents events = KafkaEvents.consume("submissions");
                var threads = Executors.newSingleThreadExecutor()) {
            Future<Response> answer = threads.submit(() -> Desk.contestant("ada")
                    .contentType("text/csv")
                    .header("Prefer", "wait=20")
                    .body(Desk.bytes(CSV))
                    .post(contest.path("/submissions")));
            UUID id = JsonPath.from(
                            events.await(e -> e.key().startsWith(contest.id().toString()))
                                    .json())
                    .getUUID("submissionId");
            Desk.score(contest.id(), id, 0.5);

            answer.get()
                    .then()
                    .statusCode(200)
                    .header("Preference-Applied", "wait=20")
                    .body("state", equalTo("scored"));
        }
        Desk.contestant("ada")
                .contentType("text/csv")
                .header("Prefer", "wait=1")
                .body(Desk.bytes(CSV))
                .post(contest.path("/submissions"))
                .then()
                .statusCode(202)
                .body("state", equalTo("accepted"));
    }

    @Test
    void nothing_is_taken_before_the_opening_or_after_the_deadline() {
        String slug = Desk.newSlug();
        Desk.draft(Desk.definition(slug));
        Desk.contestant("ada")
                .contentType("text/csv")
                .body(Desk.bytes(CSV))
                .post("/api/v1/contests/" + slug + "/submissions")
                .then()
                .statusCode(404);
        Desk.OpenContest contest = Desk.open();
        contest.enter("ada");
        time.move(Duration.ofDays(31));

        contest.send("ada", CSV).then().statusCode(409).body("type", equalTo("urn:podium:problem:contest-closed"));
    }

    @Test
    void an_orphan_is_swept_and_a_submission_stays() throws IOException {
        Desk.OpenContest contest = Desk.open();
        contest.enter("ada");
        contest.accepted("ada", CSV);
        UUID orphan = podium.kit.id.Ids.next();
        try (var file = stores.get("uploads").create(orphan)) {
            file.stream().write(1);
            file.complete();
        }
        long files = files();

        assertThat(sweep.sweep()).isZero();
        time.move(Duration.ofHours(2));
        assertThat(sweep.sweep()).isEqualTo(1);
        assertThat(stores.get("uploads").exists(orphan)).isFalse();
        assertThat(files()).isEqualTo(files - 1);
    }

    private long files() {
        try (var files = stores.get("uploads").list()) {
            return files.count();
        }
    }

    private static Response keyed(Desk.OpenContest contest, String csv) {
        return Desk.contestant("ada")
                .contentType("text/csv")
                .header("Idempotency-Key", "key-" + contest.slug())
                .body(Desk.bytes(csv))
                .post(contest.path("/submissions"));
    }

    private static io.restassured.specification.RequestSpecification packed(ContentCoding coding, byte[] packed) {
        return Desk.contestant("ada")
                .contentType("text/csv")
                .header("Content-Encoding", coding.wireName())
                .body(packed);
    }
}
