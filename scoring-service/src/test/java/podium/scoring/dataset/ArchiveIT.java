package podium.scoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.event.EventJson;
import podium.kit.file.FileStores;
import podium.kit.file.PendingFile;
import podium.kit.id.Ids;
import podium.kit.json.CanonicalJson;
import podium.kit.signature.JsonWebKey;
import podium.kit.test.EventContracts;
import podium.kit.test.KafkaEvents;
import podium.kit.test.ReceivedEvent;
import podium.scoring.key.ContestKeyStore;
import podium.scoring.key.KeyPurpose;
import podium.scoring.key.KeysDestroyedException;

/** Signed reports, and what becomes of keys when a contest is archived. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class ArchiveIT {

    @Inject
    DatasetStore datasets;

    @Inject
    Vault vault;

    @Inject
    FileStores stores;

    @Inject
    ContestKeyStore keys;

    @Test
    void aReportIsSignedByTheKeyThatIsPublished() throws IOException {
        Organized contest = Organized.contest();
        contest.awaitsApproval();

        String report = Objects.requireNonNull(datasets.find(contest.contest).report());
        assertSigned(report);
        EventContracts.assertValidDocument("risk-report", report);
    }

    /** What lies in the vault says nothing to whoever gets at its files; the values are found in what the service reads of it. */
    @Test
    void nothingOfTheRawDataIsInTheVaultInClear() throws IOException {
        Organized contest = Organized.contest();
        contest.awaitsApproval();

        Dataset dataset = datasets.find(contest.contest);
        List<UUID> files =
                new ArrayList<>(Objects.requireNonNull(dataset.staged()).vaultFiles());
        files.add(Objects.requireNonNull(dataset.raw()).fileId());
        for (UUID file : files) {
            String sealed = text(stores.get("vault").open(file));
            assertThat(sealed).doesNotContain("Person-1", "Basel", "yes", "id,");
        }
        assertThat(text(vault.open(contest.contest, dataset.raw().fileId()))).contains("Person-1", "Basel");
    }

    @Test
    void aFileOfTheVaultBelongsToItsContestAndCannotBeChanged() throws IOException {
        Organized one = Organized.contest();
        Organized other = Organized.contest();
        one.uploads(Census.csv()).statusCode(201);
        UUID file = Objects.requireNonNull(datasets.find(one.contest).raw()).fileId();

        assertThatThrownBy(() -> text(vault.open(other.contest, file))).isInstanceOf(IOException.class);
        byte[] sealed = stores.get("vault").open(file).readAllBytes();
        sealed[sealed.length / 2] ^= 1;
        UUID changed = Ids.next();
        try (PendingFile pending = stores.get("vault").create(changed)) {
            pending.stream().write(sealed);
            pending.complete();
        }
        assertThatThrownBy(() -> text(vault.open(one.contest, changed))).isInstanceOf(IOException.class);
    }

    /** Approved is what the report speaks of: a file that is another one by now is not published, and neither are the others. */
    @Test
    void filesThatWereChangedAfterTheReportAreNotPublished() {
        Organized contest = Organized.contest();
        String report = contest.awaitsApproval();
        StagedFiles staged =
                Objects.requireNonNull(datasets.find(contest.contest).staged());
        UUID test = staged.files().get(1).fileId();
        stores.get("vault").delete(test);
        try (PendingFile pending = stores.get("vault").create(test)) {
            pending.stream().write("id,city,age,height\n".getBytes(StandardCharsets.UTF_8));
            pending.complete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        contest.approves(Organized.OLGA, report).statusCode(200);
        contest.approves(Organized.OTTO, report)
                .statusCode(200)
                .body("state", equalTo("failed"))
                .body("failure", containsString("test.csv is no longer what the approved report speaks of"));

        staged.files().forEach(file -> assertThat(stores.get("releases").exists(file.fileId()))
                .isFalse());
    }

    private static String text(InputStream stream) throws IOException {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theKeysOfAnArchivedContestAreDestroyedForGood() throws IOException {
        Organized contest = Organized.contest();
        contest.released();
        Dataset before = datasets.find(contest.contest);
        RawFile raw = Objects.requireNonNull(before.raw());
        assertThat(vault.open(contest.contest, raw.fileId()).readAllBytes()).isNotEmpty();
        settleWithoutSubmissions(contest);

        contest.isArchived(5);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> datasets.find(contest.contest).addendum() != null);
        String addendum = Objects.requireNonNull(datasets.find(contest.contest).addendum());
        assertSigned(addendum);
        assertThat(addendum).contains("keysDestroyedAt", Objects.requireNonNull(before.reportSha256()));
        assertThatThrownBy(() -> keys.key(contest.contest, KeyPurpose.PSEUDONYM))
                .isInstanceOf(KeysDestroyedException.class);
        assertThatThrownBy(() -> vault.open(contest.contest, raw.fileId())).isInstanceOf(KeysDestroyedException.class);
        contest.settled().body("addendum.keyIds", hasSize(5));
        try (KafkaEvents events = KafkaEvents.consume("datasets")) {
            ReceivedEvent told = events.await(event -> event.key().equals(contest.contest.toString())
                    && event.json().contains("keys-destroyed"));
            EventContracts.assertValid("DatasetAudited", told.json());
        }
    }

    private static void settleWithoutSubmissions(Organized contest) {
        KafkaEvents.publish("contests", contest.contest.toString(), "ContestSettled", """
                {"contestId": "%s", "acceptedCount": 0, "finalSelections": [], "settledAt": "2026-11-02T09:00:00.000Z"}""".formatted(contest.contest));
    }

    private static void assertSigned(String json) throws IOException {
        ObjectNode document = EventJson.read(json.getBytes(StandardCharsets.UTF_8), ObjectNode.class);
        ObjectNode signature = (ObjectNode) document.remove("signature");
        List<String> published = RestAssured.get("/api/v1/datasets/report-keys")
                .then()
                .statusCode(200)
                .body("keys[0].kid", equalTo(signature.get("keyId").asText()))
                .extract()
                .path("keys.x");
        assertThat(JsonWebKey.of(published.getFirst())
                        .verifies(
                                CanonicalJson.bytes(document),
                                signature.get("value").asText()))
                .isTrue();
        document.put("verdict", "passed, honestly");
        assertThat(JsonWebKey.of(published.getFirst())
                        .verifies(
                                CanonicalJson.bytes(document),
                                signature.get("value").asText()))
                .isFalse();
    }
}
