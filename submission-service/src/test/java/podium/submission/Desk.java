package podium.submission;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import podium.kit.test.KafkaEvents;
import podium.kit.test.Tokens;

/** What people do at the front desk, over HTTP, and what scoring-service says, over Kafka. Sentences for integration tests. */
public final class Desk {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Desk() {}

    /** Requests of an organizer. */
    public static RequestSpecification organizer(String subject) {
        return as(subject, "organizer");
    }

    /** Requests of a contestant. */
    public static RequestSpecification contestant(String subject) {
        return as(subject, "contestant");
    }

    /** Requests of a person with some roles. */
    public static RequestSpecification as(String subject, String... roles) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("application/yaml", ContentType.TEXT)))
                .header("Authorization", Tokens.bearer(subject, roles));
    }

    /** A slug that no other test has. */
    public static String newSlug() {
        return "contest-" + NUMBER.incrementAndGet() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A definition that is valid, closing in thirty days. */
    public static String definition(String slug) {
        return definition(slug, Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS), 5);
    }

    /** A definition that is valid. */
    public static String definition(String slug, Instant closesAt, int perDay) {
        return """
                {
                  "slug": "%s",
                  "title": "Who earns more?",
                  "description": "Predict the class.",
                  "closesAt": "%s",
                  "task": {"target": "class", "kind": "binary", "positiveLabel": ">50K", "metric": "roc-auc"},
                  "submissions": {"perDay": %d, "maxBytes": 1000000, "finalSelections": 2, "graceSeconds": 30},
                  "terms": {"text": "Be fair."}
                }
                """.formatted(slug, closesAt, perDay);
    }

    /** Creates a draft that olga runs; its id. */
    public static UUID draft(String definition) {
        return organizer("olga")
                .contentType("application/json")
                .body(definition)
                .post("/api/v1/contests")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
    }

    /** Scoring-service releases data for a contest; returns when the front desk knows. */
    public static void release(UUID contest, String slug) {
        KafkaEvents.publish("datasets", contest.toString(), "DatasetReleased", released(contest, UUID.randomUUID(), 3));
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> organizer("olga")
                .get("/api/v1/contests/" + slug)
                .jsonPath()
                .getString("data")
                .equals("released"));
    }

    /** The event of a release of one file. */
    public static String released(UUID contest, UUID file, long bytes) {
        return """
                {"contestId": "%s", "releaseId": "%s", "reportSha256": "%s", "approvers": ["olga", "otto"],
                 "releasedAt": "2026-01-01T00:00:00.000Z",
                 "files": [{"name": "train.csv", "fileId": "%s", "bytes": %d, "sha256": "%s", "rows": 1}]}
                """.formatted(contest, UUID.randomUUID(), "0".repeat(64), file, bytes, "a".repeat(64));
    }

    /** An open contest of olga's. */
    public static OpenContest open(UnaryOperator<String> change) {
        String slug = newSlug();
        UUID id = draft(change.apply(definition(slug)));
        release(id, slug);
        organizer("olga").post("/api/v1/contests/" + slug + "/open").then().statusCode(200);
        return new OpenContest(id, slug);
    }

    /** An open contest of olga's with five submissions a day. */
    public static OpenContest open() {
        return open(definition -> definition);
    }

    /** A contest that takes submissions. */
    public record OpenContest(UUID id, String slug) {

        /** The contest's path, and what follows. */
        public String path(String rest) {
            return "/api/v1/contests/" + slug + rest;
        }

        /** Accepts the terms. */
        public void accept(String subject) {
            JsonPath terms = contestant(subject).get(path("/terms")).jsonPath();
            contestant(subject)
                    .contentType("application/json")
                    .body(Map.of("version", terms.getInt("version"), "sha256", terms.getString("sha256")))
                    .post(path("/acceptances"))
                    .then()
                    .statusCode(201);
        }

        /** Accepts the terms and founds a team; its id. */
        public UUID enter(String subject) {
            accept(subject);
            return contestant(subject)
                    .contentType("application/json")
                    .body(Map.of("name", "Team " + subject))
                    .post(path("/teams"))
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath()
                    .getUUID("id");
        }

        /** Sends a prediction file. */
        public Response send(String subject, String csv) {
            return contestant(subject).contentType("text/csv").body(bytes(csv)).post(path("/submissions"));
        }

        /** Sends a prediction file that is accepted; the submission. */
        public UUID accepted(String subject, String csv) {
            return send(subject, csv)
                    .then()
                    .statusCode(202)
                    .extract()
                    .jsonPath()
                    .getUUID("id");
        }
    }

    /** Scoring-service scores a submission. */
    public static void score(UUID contest, UUID submission, double score) {
        KafkaEvents.publish("scores", contest.toString(), "SubmissionScored", """
                {"submissionId": "%s", "contestId": "%s", "teamId": "%s", "ordinal": 1, "scoringVersion": 1,
                 "metric": "roc-auc", "direction": "maximize", "decimals": 4, "releasedScore": %s,
                 "acceptedAt": "2026-01-01T00:00:00.000Z", "scoredAt": "2026-01-01T00:00:01.000Z"}
                """.formatted(
                        submission, contest, UUID.randomUUID(), score));
    }

    /** UTF-8. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Lower-case hexadecimal. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
