package podium.scoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static podium.scoring.dataset.Organized.OLGA;

import com.github.luben.zstd.Zstd;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.digest.Sha256;
import podium.kit.upload.PartedUploadStore;

/** Raw files that arrive in numbered parts. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class RawUploadIT {
    private static final int PART = 1000;

    @Inject
    Vault vault;

    @Inject
    PartedUploadStore uploads;

    @Inject
    EntityManager entities;

    @Inject
    UserTransaction transaction;

    @Test
    void partsInAnyOrderAreOneFile() {
        Organized contest = Organized.contest();
        String whole = contest.uploads(Census.csv()).statusCode(201).extract().path("raw.sha256");
        Set<UUID> before = files();
        byte[] sent = Zstd.compress(Census.csv().getBytes(StandardCharsets.UTF_8));

        Sending sending = new Sending(contest, sent);
        sending.completes()
                .statusCode(409)
                .body("type", containsString("parts-missing"))
                .body("missing", hasItem(1));
        for (int number = sending.parts(); number >= 1; number--) {
            sending.sends(number).statusCode(200).body("number", equalTo(number));
        }
        // The connection broke before the answer came: the same part again.
        sending.sends(1).statusCode(200);
        sending.looks().body("state", equalTo("open")).body("received", hasSize(sending.parts()));

        sending.completes().statusCode(202).body("state", equalTo("done")).body("received", hasSize(0));
        contest.settled().body("state", equalTo("raw")).body("raw.sha256", equalTo(whole));
        assertThat(files())
                .as("the new raw file in place of the one before, no parts")
                .hasSameSizeAs(before);
        sending.sends(1).statusCode(409).body("type", containsString("upload-complete"));
    }

    @Test
    void whatIsWrongIsToldAndLeavesNothingBehind() {
        Organized contest = Organized.contest();
        Set<UUID> before = files();

        Sending ragged = new Sending(contest, "a,b\n1,2\n3\n".getBytes(StandardCharsets.UTF_8));
        ragged.sends(1).statusCode(200);
        ragged.completes()
                .statusCode(202)
                .body("state", equalTo("refused"))
                .body("refusal.code", equalTo("raw-invalid"))
                .body("refusal.detail", equalTo("Line 3: It has 1 cells, the header has 2."));

        Sending other = new Sending(contest, Census.csv().getBytes(StandardCharsets.UTF_8));
        for (int number = 1; number <= other.parts(); number++) {
            other.sends(number, other.part(number == 2 ? 1 : number)).statusCode(200);
        }
        other.completes().statusCode(202).body("refusal.code", equalTo("digest-mismatch"));

        contest.settled().body("state", equalTo("none"));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aPartIsExactlyAsLongAsItHasToBe() {
        Organized contest = Organized.contest();
        Sending sending = new Sending(contest, Census.csv().getBytes(StandardCharsets.UTF_8));
        Set<UUID> before = files();

        sending.sends(1, new byte[PART - 1]).statusCode(400).body("type", containsString("part-length"));
        sending.sends(1, new byte[PART + 1]).statusCode(400).body("type", containsString("part-length"));
        sending.sends(sending.parts() + 1, new byte[PART]).statusCode(404);
        sending.sends(0, new byte[PART]).statusCode(404);
        contest.as(OLGA)
                .header("Content-Digest", "sha-256=:" + "A".repeat(43) + "=:")
                .contentType("application/octet-stream")
                .body(sending.part(1))
                .put(sending.path() + "/parts/1")
                .then()
                .statusCode(400)
                .body("type", containsString("digest-mismatch"));

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void requestsThatCannotEndWellAreRefusedAtTheBeginning() {
        Organized contest = Organized.contest();
        begin(contest, "{}").statusCode(422).body("violations", hasSize(2));
        begin(contest, "{\"file\": \"labels\", \"bytes\": 5, \"sha256\": \"" + "0".repeat(64) + "\"}")
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/file"));
        begin(contest, "{\"bytes\": 5000001, \"sha256\": \"" + "0".repeat(64) + "\"}")
                .statusCode(413);
        begin(contest, "{\"bytes\": 50000, \"partBytes\": 1, \"sha256\": \"" + "0".repeat(64) + "\"}")
                .statusCode(422)
                .body("violations[0].message", containsString("10000 parts"));
        for (int i = 0; i < 4; i++) {
            begin(contest, "{\"bytes\": 5, \"sha256\": \"" + "0".repeat(64) + "\"}")
                    .statusCode(201);
        }
        begin(contest, "{\"bytes\": 5, \"sha256\": \"" + "0".repeat(64) + "\"}")
                .statusCode(409)
                .body("type", containsString("too-many-uploads"));
        String id = contest.as(OLGA)
                .get(contest.path() + "/uploads")
                .then()
                .statusCode(200)
                .body("uploads", hasSize(4))
                .extract()
                .path("uploads[0].uploadId");
        contest.as(OLGA).delete(contest.path() + "/uploads/" + id).then().statusCode(204);
        begin(contest, "{\"bytes\": 5, \"sha256\": \"" + "0".repeat(64) + "\"}").statusCode(201);
    }

    @Test
    void nobodyElseSendsOrSees() {
        Organized contest = Organized.contest();
        Organized other = Organized.contest();
        Sending sending = new Sending(contest, Census.csv().getBytes(StandardCharsets.UTF_8));

        contest.as("subject-mallory").get(sending.path()).then().statusCode(403);
        contest.as("subject-mallory")
                .contentType("application/octet-stream")
                .body(sending.part(1))
                .put(sending.path() + "/parts/1")
                .then()
                .statusCode(403);
        // An organizer of both contests does not reach the one's upload by the other's name.
        other.as(OLGA)
                .get(other.path() + "/uploads/" + sending.id)
                .then()
                .statusCode(404)
                .body("type", containsString("no-such-upload"));
    }

    @Test
    void whatNobodyGoesOnWithIsForgotten() throws Exception {
        Organized contest = Organized.contest();
        Set<UUID> before = files();
        Sending sending = new Sending(contest, Census.csv().getBytes(StandardCharsets.UTF_8));
        sending.sends(1).statusCode(200);
        assertThat(files()).hasSize(before.size() + 1);

        transaction.begin();
        entities.createNativeQuery("update parted_upload set expires_at = created_at where id = :id")
                .setParameter("id", UUID.fromString(sending.id))
                .executeUpdate();
        transaction.commit();
        sending.sends(2).statusCode(404);
        vault.discard(uploads.sweep());

        assertThat(files()).isEqualTo(before);
    }

    private static ValidatableResponse begin(Organized contest, String json) {
        return contest.as(OLGA)
                .contentType("application/json")
                .body(json)
                .post(contest.path() + "/uploads")
                .then();
    }

    private Set<UUID> files() {
        try (Stream<UUID> files = vault.store().list()) {
            return files.collect(Collectors.toSet());
        }
    }

    /** A file on its way in parts. */
    private static final class Sending {
        private final Organized contest;
        private final byte[] file;
        private final String id;

        Sending(Organized contest, byte[] file) {
            this.contest = contest;
            this.file = file;
            String sha256 = Sha256.hex(file);
            id = begin(
                            contest,
                            "{\"bytes\": %d, \"sha256\": \"%s\", \"partBytes\": %d}"
                                    .formatted(file.length, sha256, PART))
                    .statusCode(201)
                    .body("parts", equalTo(parts()))
                    .extract()
                    .path("uploadId");
        }

        int parts() {
            return Math.ceilDiv(file.length, PART);
        }

        byte[] part(int number) {
            return Arrays.copyOfRange(file, (number - 1) * PART, Math.min(file.length, number * PART));
        }

        String path() {
            return contest.path() + "/uploads/" + id;
        }

        ValidatableResponse sends(int number) {
            return sends(number, part(Math.clamp(number, 1, parts())));
        }

        ValidatableResponse sends(int number, byte[] body) {
            return contest.as(OLGA)
                    .contentType("application/octet-stream")
                    .body(body)
                    .put(path() + "/parts/" + number)
                    .then();
        }

        ValidatableResponse looks() {
            return contest.as(OLGA).get(path()).then().statusCode(200);
        }

        ValidatableResponse completes() {
            return contest.as(OLGA)
                    .header("Prefer", "wait=30")
                    .post(path() + "/completion")
                    .then()
                    .log()
                    .ifValidationFails();
        }
    }
}
