package podium.scoring.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static podium.scoring.dataset.Organized.OLGA;
import static podium.scoring.dataset.Organized.OTTO;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.file.FileStores;
import podium.kit.file.PendingFile;
import podium.kit.file.StoredFile;
import podium.kit.id.Ids;
import podium.kit.test.EventContracts;
import podium.kit.test.KafkaEvents;
import podium.scoring.holdout.Labels;
import podium.scoring.holdout.Solution;
import podium.scoring.holdout.Solutions;

/** A contest with three classes, from raw data to scores: the columns of probabilities are the classes that it declares. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class MulticlassIT {
    private static final List<String> CLASSES = List.of("low", "mid", "high");

    @Inject
    FileStores stores;

    @Inject
    Solutions solutions;

    @Inject
    DatasetStore datasets;

    @Test
    void theSampleAndAGoodFileAreScoredByTheProbabilitiesOfTheClasses() throws IOException {
        Organized contest = Organized.contest("""
                {"target": "rich", "kind": "category", "classes": ["low", "mid", "high"], "metric": "log-loss", "decimals": 4}""");
        String report = processed(contest).extract().path("report.reportSha256");
        contest.approves(OLGA, report).statusCode(200);
        contest.approves(OTTO, report)
                .statusCode(200)
                .body(
                        "files.name",
                        equalTo(List.of(
                                "train.csv",
                                "test.csv",
                                "sample-submission.csv",
                                "baseline-submission.csv",
                                "classes.csv")));

        assertThat(released(contest, "classes.csv")).isEqualTo("place,class\n0,low\n1,mid\n2,high\n");
        String sample = released(contest, "sample-submission.csv");
        assertThat(sample).startsWith("id,low,mid,high\n");
        // Three equal probabilities cost ln 3, and .8 for the right class costs -ln .8, whatever the rows.
        assertThat(score(contest, sample)).contains("\"releasedScore\":1.0986,");
        assertThat(score(contest, goodFile(contest))).contains("\"releasedScore\":0.2231,");
        String baseline = released(contest, "baseline-submission.csv");
        assertThat(baseline).startsWith("id,low,mid,high\n");
        assertThat(score(contest, baseline)).containsPattern("\"releasedScore\":0\\.[0-9]+,");
    }

    @Test
    void aMetricThatTheDataCannotBeScoredWithIsRefusedBeforeAnythingIsReleased() {
        Organized contest = Organized.contest("""
                {"target": "rich", "kind": "category", "metric": "f1", "metricSettings": {"positiveClass": 5}, "decimals": 4}""");

        processed(contest)
                .body("state", equalTo("refused"))
                .body("report.reasons.code", equalTo(List.of("metric-undefined")))
                .body(
                        "report.reasons[0].message",
                        equalTo("The contest's metric f1 cannot be used with its labels: There is no class 5 of 3."));
    }

    private static ValidatableResponse processed(Organized contest) {
        contest.uploads(csv()).statusCode(201);
        contest.sendsHierarchy("age", Census.AGE_HIERARCHY).statusCode(200);
        contest.plans(Census.plan(1)).statusCode(202);
        return contest.settled();
    }

    /** The census with a label of three classes, by age and how rich somebody is. */
    private static String csv() {
        return Census.csv()
                .lines()
                .map(line -> line.startsWith("name;") ? line : line.replaceAll("(yes|no)$", label(line.split(";", -1))))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String label(String[] cells) {
        int years = Integer.parseInt(cells[2]) + (cells[4].equals("yes") ? 15 : -15);
        return years < 40 ? "low" : years < 60 ? "mid" : "high";
    }

    /** Columns and rows in another order than the solution's. */
    private String goodFile(Organized contest) {
        Solution solution = solutions.find(contest.contest).orElseThrow();
        Labels.Categories labels = (Labels.Categories) solution.labels();
        assertThat(labels.names()).isEqualTo(CLASSES);
        return IntStream.range(0, solution.rows())
                .map(i -> solution.rows() - 1 - i)
                .mapToObj(row -> Stream.of("high", "low", "mid")
                        .map(name -> name.equals(CLASSES.get(labels.codes()[row])) ? "0.8" : "0.1")
                        .collect(Collectors.joining(",", solution.ids().text(row) + ",", "\n")))
                .collect(Collectors.joining("", "id,high,low,mid\n", ""));
    }

    private String released(Organized contest, String name) throws IOException {
        StagedFiles.ReleaseFile file = Objects.requireNonNull(
                        datasets.find(contest.contest).staged())
                .files()
                .stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
        try (InputStream in = stores.get("releases").open(file.fileId())) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** The event that tells of the score of a file. */
    private String score(Organized contest, String csv) throws IOException {
        StoredFile file;
        try (PendingFile pending = stores.get("uploads").create(Ids.next())) {
            try (OutputStream out = pending.stream()) {
                out.write(csv.getBytes(UTF_8));
            }
            file = pending.complete();
        }
        UUID submission = Ids.next();
        String accepted =
                """
                {"submissionId": "%s", "contestId": "%s", "teamId": "%s", "ordinal": 1, "emission": 1,
                 "file": {"fileId": "%s", "bytes": %d, "sha256": "%s", "contentEncoding": "identity"},
                 "receivedAt": "2026-11-05T10:00:00.000Z", "acceptedAt": "2026-11-05T10:00:00.412Z"}""".formatted(submission, contest.contest, Ids.next(), file.id(), file.bytes(), file.sha256());
        EventContracts.assertValid("SubmissionAccepted", accepted);
        try (KafkaEvents scores = KafkaEvents.consume("scores")) {
            KafkaEvents.publish("submissions", contest.contest.toString(), "SubmissionAccepted", accepted);
            String scored = scores.await(event -> event.json().contains(submission.toString()))
                    .json();
            EventContracts.assertValid("SubmissionScored", scored);
            return scored;
        }
    }
}
