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
import podium.local.client.Call;
import podium.local.client.PodiumClient;
import podium.local.platform.Component;
import podium.local.platform.Platform;
import podium.local.practice.PracticeContest;

/** Scoring-service is killed in the middle of an anonymization, more than once, and again when files are to be published. */
class DatasetFaultsST {
    private static final String SLUG = "dataset-faults";
    private static final int ROWS = 40_000;
    /** A third try ends well or not at all: a plan that kills its process is given up. */
    private static final int KILLS = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Platform platform = SharedPlatform.get();
    private final PodiumClient olga = platform.client().as("olga", "olga").patient(PATIENCE);
    private final PodiumClient otto = platform.client().as("otto", "otto").patient(PATIENCE);

    @Test
    void whatIsKilledInAnyStageIsDoneAgainAndNothingIsReleasedByHalves() throws IOException {
        // Given a dataset whose plan was carried out undisturbed
        olga.createContest(PracticeContest.definition(SLUG, 5));
        olga.organizers(SLUG, List.of(olga.subject(), otto.subject()));
        olga.uploadRaw(SLUG, raw());
        olga.plan(SLUG, plan());
        Map<String, String> expected = digests(settled());
        assertThat(expected).containsOnlyKeys("train.csv", "test.csv", "sample-submission.csv");

        // When it is carried out again, and scoring is killed in different stages
        olga.plan(SLUG, plan());
        Set<String> killedIn = new HashSet<>();
        while (killedIn.size() < KILLS) {
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> !stage().isEmpty() && !killedIn.contains(stage()));
            killedIn.add(stage());
            kill();
            assertThat(olga.contest(SLUG).data()).isNotEqualTo("released");
        }
        JsonNode again = settled();

        // Then the files are bit for bit those of the undisturbed one
        assertThat(again.path("state").asText()).isEqualTo("awaiting-approval");
        assertThat(digests(again)).isEqualTo(expected);

        // and when it is killed while they are published, they are published whole, once
        String report = again.path("report").path("reportSha256").asText();
        olga.approve(SLUG, report);
        otto.approve(SLUG, report);
        kill();
        await().atMost(PATIENCE)
                .until(() -> "released".equals(olga.contest(SLUG).data()));
        Map<String, String> published = new HashMap<>();
        olga.files(SLUG).forEach(file -> published.put(file.name(), file.sha256()));
        assertThat(published).isEqualTo(expected);
    }

    private JsonNode settled() {
        await().atMost(PATIENCE).until(() -> !dataset().path("state").asText().equals("processing"));
        return dataset();
    }

    private String stage() {
        return dataset().path("progress").path("stage").asText("");
    }

    private JsonNode dataset() {
        return olga.send(Call.get("/api/v1/datasets/" + SLUG)).json();
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
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(csv.toString().getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
