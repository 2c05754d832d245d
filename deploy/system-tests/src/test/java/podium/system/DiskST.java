package podium.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import podium.kit.digest.Sha256;
import podium.local.client.Answer;
import podium.local.client.Call;
import podium.local.client.PodiumClient;
import podium.local.platform.Platform;
import podium.local.practice.PracticeContest;

/**
 * Raw values are looked for on the whole disk: the stores, the databases' files and logs, Kafka's segments, the services' logs, and
 * whatever anybody wrote into the directory for temporary files. They are in the vault, where nobody can read them, and nowhere else.
 */
class DiskST {
    private static final String SLUG = "disk";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ROWS = 1_500;
    private static final int PART = 40_000;
    private static final int OVERLAP = 64;
    /** What in a text looks like one of the values. */
    private static final Pattern VALUE = Pattern.compile("Zaphod-[0-9a-f]+|Quux-[0-9a-f]+|\\d{1,2}\\.\\d{9}");

    private final Platform platform = SharedPlatform.get();
    private final PodiumClient olga = platform.client().as("olga", "olga").patient(PATIENCE);
    private final PodiumClient otto = platform.client().as("otto", "otto").patient(PATIENCE);
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> labels = new ArrayList<>();

    @Test
    void rawValuesAreInTheVaultAndNowhereElse() throws IOException {
        Instant start = Instant.now();
        olga.createContest(PracticeContest.definition(SLUG, 5));
        olga.organizers(SLUG, List.of(olga.subject(), otto.subject()));
        sentInParts(raw());
        olga.plan(SLUG, plan());
        await().atMost(PATIENCE).until(() -> !state().equals("processing"));
        JsonNode dataset = dataset();
        assertThat(state()).as("%s", dataset.path("report").path("reasons")).isEqualTo("awaiting-approval");
        String report = dataset.path("report").path("reportSha256").asText();
        olga.approve(SLUG, report);
        otto.approve(SLUG, report);
        await().atMost(PATIENCE)
                .until(() -> "released".equals(olga.contest(SLUG).data()));

        // The search finds what is there: the labels of training rows are published.
        String train = new String(olga.download(SLUG, "train.csv"), UTF_8);
        List<String> hidden =
                labels.stream().filter(label -> !train.contains(label)).toList();
        String shown = labels.stream().filter(train::contains).findFirst().orElseThrow();
        assertThat(hidden).hasSizeBetween(ROWS / 10, ROWS / 2);
        assertThat(found(start, List.of(shown))).isNotEmpty();

        List<String> secrets = new ArrayList<>(names);
        secrets.addAll(hidden);
        assertThat(found(start, secrets)).as("after the release").isEmpty();

        olga.open(SLUG);
        olga.close(SLUG);
        await().atMost(PATIENCE).until(() -> moved(olga, "end", Map.of("reason", "Nobody took part.")));
        await().atMost(PATIENCE).until(() -> moved(olga, "archive", Map.of()));
        await().atMost(PATIENCE).until(() -> dataset().hasNonNull("addendum"));
        assertThat(found(start, secrets)).as("after the keys were destroyed").isEmpty();
    }

    private void sentInParts(byte[] file) {
        String sha256 = Sha256.hex(file);
        String path = "/api/v1/datasets/" + SLUG + "/uploads";
        String upload = olga.send(
                        Call.json("POST", path, Map.of("bytes", file.length, "sha256", sha256, "partBytes", PART)))
                .json()
                .path("uploadId")
                .asText();
        for (int from = 0; from < file.length; from += PART) {
            byte[] part = Arrays.copyOfRange(file, from, Math.min(file.length, from + PART));
            Answer answer = olga.send(Call.of(
                    "PUT", path + "/" + upload + "/parts/" + (from / PART + 1), "application/octet-stream", part));
            assertThat(answer.status()).isEqualTo(200);
        }
        olga.send(Call.json("POST", path + "/" + upload + "/completion", Map.of()));
        await().atMost(PATIENCE).until(() -> olga.send(Call.get(path + "/" + upload))
                .json()
                .path("state")
                .asText()
                .equals("done"));
    }

    private static boolean moved(PodiumClient by, String command, Map<String, String> body) {
        return by.send(Call.json("POST", "/api/v1/contests/" + SLUG + "/" + command, body))
                        .status()
                < 300;
    }

    private String state() {
        return dataset().path("state").asText();
    }

    private JsonNode dataset() {
        return olga.send(Call.get("/api/v1/datasets/" + SLUG)).json();
    }

    private static Map<String, Object> plan() {
        return Map.of(
                "columns",
                List.of(
                        Map.of("name", "patient", "class", "direct-identifier"),
                        Map.of("name", "remarks", "class", "free-text"),
                        Map.of("name", "region", "class", "quasi-identifier"),
                        Map.of("name", "a", "class", "feature"),
                        Map.of("name", "y", "class", "label")),
                "gate",
                Map.of("utility", 0.9));
    }

    private byte[] raw() {
        Random random = new Random(17);
        StringBuilder csv = new StringBuilder("patient,remarks,region,a,y\n");
        for (int row = 0; row < ROWS; row++) {
            String name = "Zaphod-" + Long.toHexString(random.nextLong());
            String remark = "Quux-" + Long.toHexString(random.nextLong());
            double a = random.nextDouble();
            String label = String.format(Locale.ROOT, "%.9f", 7 + 3 * a + random.nextGaussian() / 10);
            names.add(name);
            names.add(remark);
            labels.add(label);
            csv.append(name)
                    .append(",said ")
                    .append(remark)
                    .append(" and more,r")
                    .append(random.nextInt(4));
            csv.append(',')
                    .append(String.format(Locale.ROOT, "%.3f", a))
                    .append(',')
                    .append(label)
                    .append('\n');
        }
        return csv.toString().getBytes(UTF_8);
    }

    /** The files in which one of the texts stands. */
    private List<Path> found(Instant since, List<String> texts) throws IOException {
        Set<String> wanted = Set.copyOf(texts);
        List<Path> found = new ArrayList<>();
        for (Path root : List.of(platform.home(), Path.of(System.getProperty("java.io.tmpdir")))) {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    boolean touched = attributes.lastModifiedTime().toInstant().isAfter(since.minusSeconds(5));
                    if (attributes.isRegularFile() && touched && contains(file, wanted)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE; // deleted meanwhile, or not ours to read
                }
            });
        }
        return found;
    }

    /** Whether a file has one of the texts, wherever it begins. */
    private static boolean contains(Path file, Set<String> wanted) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] window = new byte[1 << 20];
            int kept = 0;
            for (int n = in.read(window, 0, window.length); n >= 0; n = in.read(window, kept, window.length - kept)) {
                String text = new String(window, 0, kept + n, StandardCharsets.ISO_8859_1);
                if (VALUE.matcher(text).results().map(MatchResult::group).anyMatch(wanted::contains)) {
                    return true;
                }
                int tail = Math.min(OVERLAP, kept + n);
                System.arraycopy(window, kept + n - tail, window, 0, tail);
                kept = tail;
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
