package podium.scoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.github.luben.zstd.Zstd;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.file.PendingFile;
import podium.kit.id.Ids;
import podium.kit.time.TimeSource;

/** Raw files on their way into the vault. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class RawIntakeIT {
    private static final String WRONG_DIGEST = "sha-256=:" + "A".repeat(43) + "=:";

    @Inject
    Vault vault;

    @Inject
    VaultSweepJob sweep;

    @Inject
    TimeSource time;

    @Test
    void packedFilesAreUnpackedOnTheWay() throws IOException {
        Organized contest = Organized.contest();
        byte[] plain = Census.csv().getBytes(StandardCharsets.UTF_8);
        String sha256 = contest.uploads(Census.csv()).statusCode(201).extract().path("raw.sha256");

        send(contest, "gzip", gzip(plain)).statusCode(201).body("raw.sha256", equalTo(sha256));
        send(contest, "zstd", Zstd.compress(plain))
                .statusCode(201)
                .body("raw.sha256", equalTo(sha256))
                .body("raw.bytes", equalTo(plain.length));
        // Packed files that are sent as they are, without a word about it.
        send(contest, "identity", gzip(plain)).statusCode(201).body("raw.sha256", equalTo(sha256));
        send(contest, "identity", Zstd.compress(plain)).statusCode(201).body("raw.sha256", equalTo(sha256));
    }

    @Test
    void whatIsBrokenLeavesNothingBehind() throws IOException {
        Organized contest = Organized.contest();
        byte[] packed = gzip(Census.csv().getBytes(StandardCharsets.UTF_8));
        Set<UUID> before = files();

        send(contest, "gzip", Arrays.copyOf(packed, packed.length / 2))
                .statusCode(400)
                .body("type", containsString("coding-broken"));
        send(contest, "br", packed).statusCode(415).header("Accept-Encoding", containsString("zstd"));
        contest.as(Organized.OLGA)
                .header("Content-Digest", WRONG_DIGEST)
                .contentType("text/csv")
                .body(Census.csv())
                .post(contest.path())
                .then()
                .statusCode(400)
                .body("type", containsString("digest-mismatch"));
        contest.uploads("a,b\n1,2\n3\n")
                .statusCode(422)
                .body("detail", equalTo("Line 3: It has 1 cells, the header has 2."));

        assertThat(files()).isEqualTo(before);
        contest.settled().body("state", equalTo("none"));
    }

    @Test
    void aBombIsStoppedAtTheLimit() throws IOException {
        Organized contest = Organized.contest();
        Set<UUID> before = files();

        send(contest, "gzip", gzip(new byte[50_000_000]))
                .statusCode(413)
                .body("type", containsString("body-too-large"));

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aNewRawFileTakesThePlaceOfTheOneBefore() {
        Organized contest = Organized.contest();
        contest.awaitsApproval();
        Set<UUID> before = files();

        contest.uploads(Census.csv())
                .statusCode(201)
                .body("state", equalTo("raw"))
                .body("report", equalTo(null));

        // raw, train, test, sample, baseline and solution are gone, the new raw file is there
        assertThat(before).hasSize(files().size() + 5);
    }

    @Test
    void onlyOldFilesThatBelongToNothingAreSwept() throws IOException {
        Organized contest = Organized.contest();
        contest.released();
        UUID young = Ids.next();
        UUID old = made(Duration.ofDays(2));
        write(young);
        write(old);
        Set<UUID> before = files();

        sweep.sweep();

        before.remove(old);
        assertThat(files()).isEqualTo(before).contains(young);
    }

    private UUID made(Duration ago) {
        UUID now = Ids.next();
        long millis = time.now().minus(ago).toEpochMilli();
        return new UUID((millis << 16) | (now.getMostSignificantBits() & 0xFFFF), now.getLeastSignificantBits());
    }

    private void write(UUID id) throws IOException {
        try (PendingFile file = vault.store().create(id)) {
            file.stream().write(1);
            file.complete();
        }
    }

    private Set<UUID> files() {
        try (Stream<UUID> files = vault.store().list()) {
            return files.collect(Collectors.toSet());
        }
    }

    private static ValidatableResponse send(Organized contest, String coding, byte[] body) {
        return contest.as(Organized.OLGA)
                .header("Content-Encoding", coding)
                .contentType("text/csv")
                .body(body)
                .post(contest.path())
                .then();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
