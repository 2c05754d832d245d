package podium.submission.data;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import podium.kit.file.FileStores;
import podium.kit.id.Ids;
import podium.kit.test.KafkaEvents;
import podium.submission.Desk;
import podium.submission.SubmissionBackends;

@QuarkusTest
@SubmissionBackends
class DataIT {
    private static final byte[] TRAIN = Desk.bytes("id,age,class\n1,30,<=50K\n2,41,>50K\n");

    @Inject
    FileStores stores;

    @Test
    void entrants_and_organizers_download_what_was_released() throws IOException {
        // Given a release whose file is in the store
        String slug = Desk.newSlug();
        UUID contest = Desk.draft(Desk.definition(slug));
        UUID file = Ids.next();
        try (var pending = stores.get("releases").create(file)) {
            pending.stream().write(TRAIN);
            pending.complete();
        }
        String sha256 = Desk.sha256(TRAIN);
        String event = Desk.released(contest, file, TRAIN.length).replace("a".repeat(64), sha256);
        KafkaEvents.publish("datasets", contest.toString(), "DatasetReleased", event);
        // A repeated one and a second release have no effect
        KafkaEvents.publish("datasets", contest.toString(), "DatasetReleased", event);
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> Desk.organizer("olga")
                                .post("/api/v1/contests/" + slug + "/open")
                                .statusCode()
                        == 200);
        Desk.OpenContest open = new Desk.OpenContest(contest, slug);
        String path = open.path("/data/train.csv");

        // Then strangers get nothing
        Desk.contestant("ada")
                .get(path)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:podium:problem:not-an-entrant"));
        Desk.contestant("ada").get(open.path("/data")).then().statusCode(403);
        Desk.organizer("otto").get(path).then().statusCode(403);

        // And an entrant gets everything, whole and in parts
        open.accept("ada");
        Desk.contestant("ada")
                .get(open.path("/data"))
                .then()
                .statusCode(200)
                .body("files.size()", equalTo(1))
                .body("files[0].name", equalTo("train.csv"))
                .body("files[0].bytes", equalTo(TRAIN.length))
                .body("files[0].href", equalTo(path));
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        Desk.contestant("ada")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("ETag", "\"" + sha256 + "\"")
                .header("Accept-Ranges", "bytes")
                .header("Content-Digest", "sha-256=:" + digest + ":")
                .header("Content-Disposition", "attachment; filename=\"train.csv\"")
                .body(equalTo(new String(TRAIN, java.nio.charset.StandardCharsets.UTF_8)));
        Desk.contestant("ada")
                .header("Range", "bytes=3-5")
                .get(path)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 3-5/" + TRAIN.length)
                .body(equalTo("age"));
        Desk.contestant("ada")
                .header("Range", "bytes=-5")
                .header("If-Range", "\"another\"")
                .get(path)
                .then()
                .statusCode(200);
        Desk.contestant("ada")
                .header("Range", "bytes=1000-")
                .get(path)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + TRAIN.length);
        Desk.contestant("ada")
                .header("If-None-Match", "\"" + sha256 + "\"")
                .get(path)
                .then()
                .statusCode(304);
        Desk.contestant("ada").get(open.path("/data/solution.csv")).then().statusCode(404);
        Desk.organizer("olga").get(path).then().statusCode(200);
    }

    @Test
    void a_release_of_a_contest_that_is_not_known_yet_waits() {
        UUID unknown = Ids.next();

        KafkaEvents.publish("datasets", unknown.toString(), "DatasetReleased", Desk.released(unknown, Ids.next(), 1));

        // It does not keep those behind it
        Desk.open();
    }
}
