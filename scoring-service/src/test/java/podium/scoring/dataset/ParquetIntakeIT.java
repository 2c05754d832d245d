package podium.scoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.github.luben.zstd.Zstd;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.backends.BackendsResource;
import podium.scoring.parquet.ParquetScene;

/** Raw files in Parquet on their way into the vault. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class ParquetIntakeIT {
    private static final String PARQUET = "application/vnd.apache.parquet";
    private static final String WRONG_DIGEST = "sha-256=:" + "A".repeat(43) + "=:";

    @Inject
    Vault vault;

    @TempDir
    Path directory;

    @Test
    void aParquetFileIsProfiledLikeTheSameTableInCsv() throws IOException {
        Organized contest = Organized.contest();
        Object expected =
                contest.uploads(Census.csv()).statusCode(201).extract().path("raw.columns");
        byte[] parquet = census();

        Object columns = send(contest, PARQUET, parquet)
                .statusCode(201)
                .body("state", equalTo("raw"))
                .extract()
                .path("raw.columns");

        assertThat(columns).isNotNull().isEqualTo(expected);
        String sha256 = contest.settled().extract().path("raw.sha256");
        // Packed, and under another name: the magic tells.
        send(contest, "text/csv", Zstd.compress(parquet)).statusCode(201).body("raw.sha256", equalTo(sha256));
        contest.sendsHierarchy("age", Census.AGE_HIERARCHY).statusCode(200);
        contest.plans(Census.plan(1)).statusCode(202);
        contest.settled().body("state", equalTo("awaiting-approval"));
    }

    @Test
    void typesOfTheirOwnBecomeCells() {
        Organized contest = Organized.contest();
        Path file = directory.resolve("typed.parquet");
        ParquetScene.write(
                file,
                "SELECT i::INTEGER AS n, i / 2 AS x, i % 2 = 0 AS rich, DATE '2024-01-01' + i::INTEGER AS d"
                        + " FROM range(10) t(i)");

        send(contest, PARQUET, read(file))
                .statusCode(201)
                .body("raw.rows", equalTo(10))
                .body("raw.columns.name", hasItems("n", "x", "rich", "d"))
                .body("raw.columns.type", equalTo(List.of("integer", "number", "text", "text")));
    }

    @Test
    void aBrokenOneIsRefusedAndNothingOfItKept() throws IOException {
        Organized contest = Organized.contest();
        byte[] parquet = census();
        byte[] lying = parquet.clone();
        Arrays.fill(lying, lying.length - 8, lying.length - 4, (byte) 0x7F);
        Path nested = directory.resolve("nested.parquet");
        ParquetScene.write(nested, "SELECT 1 AS rich, [1, 2] AS \"many things\"");
        Set<UUID> before = files();

        send(contest, PARQUET, Arrays.copyOf(parquet, parquet.length / 2))
                .statusCode(422)
                .body("type", containsString("raw-invalid"))
                .body("detail", containsString("its footer cannot be read"));
        send(contest, PARQUET, lying).statusCode(422).body("detail", containsString("its footer cannot be read"));
        send(contest, PARQUET, read(nested))
                .statusCode(422)
                .body("detail", containsString("Column \"many things\" is of the type LIST"));
        contest.as(Organized.OLGA)
                .header("Content-Digest", WRONG_DIGEST)
                .contentType(PARQUET)
                .body(lying)
                .post(contest.path())
                .then()
                .statusCode(400)
                .body("type", containsString("digest-mismatch"));

        assertThat(files()).isEqualTo(before);
        contest.settled().body("state", equalTo("none"));
    }

    private byte[] census() throws IOException {
        Path csv = Files.writeString(directory.resolve("census.csv"), Census.csv(), StandardCharsets.UTF_8);
        Path file = directory.resolve("census.parquet");
        ParquetScene.write(file, "SELECT * FROM read_csv('" + csv + "', types = {'rich': 'VARCHAR'})");
        return Files.readAllBytes(file);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<UUID> files() {
        try (Stream<UUID> files = vault.store().list()) {
            return files.collect(Collectors.toSet());
        }
    }

    private static ValidatableResponse send(Organized contest, String type, byte[] body) {
        return contest.as(Organized.OLGA)
                .contentType(type)
                .body(body)
                .post(contest.path())
                .then();
    }
}
