package podium.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.kit.digest.Sha256;
import podium.local.client.Call;
import podium.local.client.PodiumClient;
import podium.local.platform.Component;
import podium.local.platform.Platform;
import podium.local.practice.PracticeContest;

/** Scoring-service is killed in the middle of an anonymization, more than once, and again when files are to be published. */
class DatasetFaultsST {
    private static final String DISTURBED = "dataset-faults";
    private static final int ROWS = 40_000;
    /** A third try ends well or not at all: a plan that kills its process is given up. */
    private static final int KILLS = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Platform platform = SharedPlatform.get();
    private String slug = DISTURBED;
    private final PodiumClient olga = platform.client().as("olga", "olga").patient(PATIENCE);
    private final PodiumClient otto = platform.client().as("otto", "otto").patient(PATIENCE);

    @Test
    void whatIsKilledInAnyStageIsDoneAgainAndNothingIsReleasedByHalves() throws IOException {
        // Given a dataset whose plan was carried out undisturbed
        olga.createContest(PracticeContest.definition(slug, 5));
        olga.organizers(slug, List.of(olga.subject(), otto.subject()));
        olga.uploadRaw(slug, raw());
        olga.plan(slug, plan());
        Map<String, String> expected = digests(settled());
        assertThat(expected)
                .containsOnlyKeys("train.csv", "test.csv", "sample-submission.csv", "baseline-submission.csv");

        // When it is carried out again, and scoring is killed in different stages
        olga.plan(slug, plan());
        Set<String> killedIn = new HashSet<>();
        while (killedIn.size() < KILLS) {
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> !stage().isEmpty() && !killedIn.contains(stage()));
            killedIn.add(stage());
            kill();
            assertThat(olga.contest(slug).data()).isNotEqualTo("released");
        }
        JsonNode again = settled();

        // Then the files are bit for bit those of the undisturbed one
        assertThat(again.path("state").asText()).isEqualTo("awaiting-approval");
        assertThat(digests(again)).isEqualTo(expected);

        // and when it is killed while they are published, they are published whole, once
        String report = again.path("report").path("reportSha256").asText();
        olga.approve(slug, report);
        otto.approve(slug, report);
        kill();
        await().atMost(PATIENCE)
                .until(() -> "released".equals(olga.contest(slug).data()));
        Map<String, String> published = new HashMap<>();
        olga.files(slug).forEach(file -> published.put(file.name(), file.sha256()));
        assertThat(published).isEqualTo(expected);
    }

    /**
     * In every stage that can be seen from outside, two kills to an attempt, of a table and of ratings, and in both stages of a raw
     * file that arrives in parts. Minutes: in the nightly run.
     */
    @ParameterizedTest
    @ValueSource(strings = {"table", "ratings"})
    @EnabledIfSystemProperty(named = "podium.faults.everyStage", matches = "true")
    void noStageIsOneInWhichADeathIsFelt(String kind) throws IOException {
        boolean table = kind.equals("table");
        slug = "every-stage-" + kind;
        olga.createContest(PracticeContest.definition(slug, 5));
        olga.organizers(slug, List.of(olga.subject(), otto.subject()));
        Set<String> uploading = new HashSet<>();
        for (int killed = 1; killed > 0; ) {
            killed = sentInParts(table ? raw() : ratings(), uploading);
        }
        String sha256 = dataset().path("raw").path("sha256").asText();
        assertThat(sha256).hasSize(64);

        olga.plan(slug, table ? plan() : ratingsPlan());
        Map<String, String> expected = digests(settled());
        assertThat(expected).containsKeys("train.csv", "test.csv", "sample-submission.csv");
        Set<String> killedIn = new HashSet<>();
        for (int killed = 1; killed > 0; ) {
            olga.plan(slug, table ? plan() : ratingsPlan());
            killed = killedOnTheWay(killedIn);
            assertThat(digests(settled())).as("after a death in %s", killedIn).isEqualTo(expected);
        }
        assertThat(killedIn).contains("read", "attack");
        assertThat(killedIn).hasSizeGreaterThan(3);
    }

    /** Kills scoring in stages in which it was not killed yet, twice at most; how often. */
    private int killedOnTheWay(Set<String> killedIn) {
        int killed = 0;
        while (killed < KILLS && dataset().path("state").asText().equals("processing")) {
            String stage = stage();
            if (!stage.isEmpty() && killedIn.add(stage)) {
                kill();
                killed++;
            }
        }
        return killed;
    }

    /** Sends a raw file in parts; how often scoring was killed until it was taken. */
    private int sentInParts(byte[] file, Set<String> killedIn) {
        String uploads = "/api/v1/datasets/" + slug + "/uploads";
        String upload = olga.send(Call.json("POST", uploads, Map.of("bytes", file.length, "sha256", Sha256.hex(file))))
                .json()
                .path("uploadId")
                .asText();
        olga.send(Call.of("PUT", uploads + "/" + upload + "/parts/1", "application/octet-stream", file));
        olga.send(Call.json("POST", uploads + "/" + upload + "/completion", Map.of()));
        int killed = 0;
        JsonNode at = olga.send(Call.get(uploads + "/" + upload)).json();
        while (at.path("state").asText().equals("complete")) {
            String stage = at.path("progress").path("stage").asText("");
            if (killed < KILLS && !stage.isEmpty() && killedIn.add(stage)) {
                kill();
                killed++;
            }
            at = olga.send(Call.get(uploads + "/" + upload)).json();
        }
        assertThat(at.path("state").asText()).isEqualTo("done");
        return killed;
    }

    private static Map<String, Object> ratingsPlan() {
        return Map.of(
                "columns",
                List.of(
                        Map.of("name", "viewer", "class", "group"),
                        Map.of("name", "movie", "class", "group"),
                        Map.of("name", "seen", "class", "time"),
                        Map.of("name", "y", "class", "label")),
                "ratings",
                Map.of(
                        "user",
                        "viewer",
                        "item",
                        "movie",
                        "rowShare",
                        0.1,
                        "minimumUsersPerItem",
                        5,
                        "minimumRowsPerUser",
                        2),
                "gate",
                Map.of("population", 0.1, "members", 0.25, "utility", 5));
    }

    private static byte[] ratings() throws IOException {
        Random random = new Random(6);
        StringBuilder csv = new StringBuilder("viewer,movie,seen,y\n");
        for (int viewer = 0; viewer < 6_000; viewer++) {
            for (int i = 0; i < 40; i++) {
                csv.append('v').append(viewer).append(",m").append(random.nextInt(40));
                csv.append(",2005-0").append(1 + random.nextInt(9)).append("-1").append(random.nextInt(10));
                csv.append(',').append(1 + random.nextInt(5)).append('\n');
            }
        }
        return packed(csv);
    }

    private JsonNode settled() {
        await().atMost(PATIENCE).until(() -> !dataset().path("state").asText().equals("processing"));
        return dataset();
    }

    private String stage() {
        return dataset().path("progress").path("stage").asText("");
    }

    private JsonNode dataset() {
        return olga.send(Call.get("/api/v1/datasets/" + slug)).json();
    }

    private void kill() {
        long pid = platform.pid(Component.SCORING);
        platform.kill(Component.SCORING);
        await().atMost(PATIENCE).until(() -> platform.pid(Component.SCORING) != pid);
        platform.awaitUp(Component.SCORING, PATIENCE);
    }

    private static Map<String, String> digests(JsonNode dataset) {
        Map<String, String> digests = new HashMap<>();
        dataset.path("files")
                .forEach(file -> digests.put(
                        file.path("name").asText(), file.path("sha256").asText()));
        return digests;
    }

    private static Map<String, Object> plan() {
        List<Map<String, Object>> columns = new ArrayList<>();
        for (String name : List.of("region", "age", "job", "size")) {
            columns.add(Map.of("name", name, "class", "quasi-identifier"));
        }
        columns.add(Map.of("name", "y", "class", "label"));
        return Map.of("columns", columns, "generalization", "mondrian", "gate", Map.of("utility", 0.5));
    }

    private static byte[] raw() throws IOException {
        Random random = new Random(5);
        StringBuilder csv = new StringBuilder("region,age,job,size,y\n");
        for (int row = 0; row < ROWS; row++) {
            int age = 18 + random.nextInt(60);
            int size = random.nextInt(400);
            csv.append('r')
                    .append(random.nextInt(30))
                    .append(',')
                    .append(age)
                    .append(",j")
                    .append(random.nextInt(40));
            csv.append(',')
                    .append(size)
                    .append(',')
                    .append(age + size / 10 + random.nextInt(20))
                    .append('\n');
        }
        return packed(csv);
    }

    private static byte[] packed(StringBuilder csv) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(csv.toString().getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
